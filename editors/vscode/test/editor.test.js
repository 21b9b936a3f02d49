'use strict';

const assert = require('node:assert');
const fs = require('node:fs');
const path = require('node:path');
const { after, before, test } = require('node:test');
const { VisualStudioCode } = require('./vscode');
const { Window } = require('./window');

const MODULE = path.join(__dirname, '..');
const TARGET = path.join(MODULE, 'target');
const PICTURES = process.env.ASYNC_GOLDENS === 'update' ? path.join(MODULE, '../../docs/images') : TARGET;
const DATA = path.join(TARGET, 'test');
const PROJECT = path.join(DATA, 'demo');
const SETTINGS = {
  'asyncJava.java.home': process.env.JAVA_HOME,
  'editor.minimap.enabled': false,
  'git.enabled': false,
  'telemetry.telemetryLevel': 'off',
  'workbench.secondarySideBar.defaultVisibility': 'hidden',
  'workbench.startupEditor': 'none',
};

function set(settings) {
  fs.writeFileSync(path.join(DATA, 'data/Machine/settings.json'), JSON.stringify(settings));
}

let server;
let window;

before(async () => {
  fs.rmSync(DATA, { recursive: true, force: true });
  fs.cpSync(path.join(__dirname, 'demo'), PROJECT, { recursive: true });
  const code = new VisualStudioCode(process.env.ASYNC_VSCODE || path.join(TARGET, 'vscode'));
  await code.provide();
  await code.install(DATA, path.join(TARGET, 'async-java.vsix'));
  fs.mkdirSync(path.join(DATA, 'data/Machine'), { recursive: true });
  set(SETTINGS);
  server = await code.start(DATA, { XDG_CACHE_HOME: path.join(DATA, 'cache') });
  window = await Window.open(`http://127.0.0.1:${server.port}/?folder=${PROJECT}`);
});

after(async () => {
  await window?.picture(path.join(TARGET, 'last.png'));
  await window?.close();
  await server?.stop();
});

test('in a folder that nobody trusts it is off', async () => {
  await window.button("No, I don't trust the authors").click();
  await window.page.keyboard.press('Control+Shift+X');
  await window.page.locator('.extensions-list .monaco-list-row.disabled', { hasText: 'async-java' }).waitFor();
  await window.button(/Restricted Mode/).click();
  await window.page.locator('.workspace-trust-editor').getByRole('button', { name: 'Trust', exact: true }).click();
  await window.page.keyboard.press('Control+Shift+E');
});

test('a misplaced await is underlined, and told of in the Problems view with its rule', async () => {
  await window.openFile('Shop.java');
  await window.underlined('error', 1);
  await window.page.keyboard.press('Control+Shift+M');
  const [file, report, related] = await window.problemsOf(3);
  assert.match(file, /^Shop\.java ?src\/main\/java\/demo 1$/);
  assert.match(report, /^await in demo\.Shop\.total, which is not async: mark the method @Async .* async-java AJ001 \[Ln 20, Col 25\]$/);
  assert.match(related, /^Shop\.java \[Ln 19, Col 9\] : in total$/);
});

test('marks show where a method is suspended, and what a call does', async () => {
  await window.reads('Coroutine<Integer> discount = supplier.cold discountOf(name);');
  await window.reads('int price = await(supplier.priceOf(name));⇢ await');
  await window.picture(path.join(PICTURES, 'vscode.png'));
});

test('who asks about a report is told the rule', async () => {
  await window.command('Go to Next Problem in Files');
  await window.page.keyboard.press('Escape');
  await window.command('Show or Focus Hover');
  const hover = window.page.locator('.monaco-hover', { hasText: 'AJ001 await outside an async method' });
  await hover.waitFor();
  assert.match(await hover.innerText(), /await in demo\.Shop\.total, which is not async/);
  await window.page.keyboard.press('Escape');
  await hover.waitFor({ state: 'hidden' });
});

test('the quick fix mends it', async () => {
  await window.page.keyboard.press('Control+.');
  await window.page.locator('.action-widget .monaco-list-row.focused', { hasText: 'Mark total @Async and return CompletableFuture<Integer>' }).waitFor();
  await window.picture(path.join(PICTURES, 'vscode-fix.png'));
  await window.page.keyboard.press('Enter');
  await window.underlined('error', 0);
  await window.reads('return CompletableFuture.completedFuture(pieces * await(offer(name)));⇢ await');
  assert.deepEqual(await window.problemsOf(0), []);
});

test('what blocks is mended with all that can be mended without looking', async () => {
  await window.openFile('Supplier.java');
  await window.underlined('warning', 1);
  assert.match((await window.problemsOf(3))[1], /^blocking call of java\.util\.concurrent\.CompletableFuture\.join in demo\.Supplier\.discountOf: .* async-java AJ103 \[Ln 21, Col 43\]$/);
  await window.command('Fix All');
  await window.underlined('warning', 0);
  await window.reads('return Coroutine.of(await(priceOf(name)) / 10);⇢ await');
});

test('where there is no Java to run the server, the message leads to the setting', async () => {
  set({ ...SETTINGS, 'asyncJava.java.home': '/nowhere' });
  const message = window.page.locator('.notification-toast', { hasText: 'async-java needs Java 17 or newer to run: asyncJava.java.home (/nowhere) is no Java.' });
  await message.waitFor();
  await message.getByRole('button', { name: 'Open Settings' }).click();
  await window.page.locator('.settings-editor .setting-item-title', { hasText: 'Home' }).first().waitFor();
});
