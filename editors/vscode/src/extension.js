'use strict';

const path = require('node:path');
const vscode = require('vscode');
const { LanguageClient, RevealOutputChannelOn } = require('vscode-languageclient/node');
const { findJava, NoJava } = require('./java');

const SETTINGS = 'asyncJava';
const HOME = 'asyncJava.java.home';

/** The server that runs, if one does. */
let client;

/** Starting and stopping follow each other, however fast settings change. */
let last = Promise.resolve();

async function activate(context) {
  context.subscriptions.push(vscode.workspace.onDidChangeConfiguration((change) => {
    if (change.affectsConfiguration(`${SETTINGS}.java`)) {
      next(stop);
      next(() => start(context));
    }
  }));
  return next(() => start(context));
}

function deactivate() {
  return next(stop);
}

function next(step) {
  last = last.then(step, step);
  return last;
}

async function start(context) {
  const settings = vscode.workspace.getConfiguration(SETTINGS);
  try {
    const command = await findJava(settings.get('java.home'), process.env);
    client = clientOf(command, [...settings.get('java.arguments'), '-jar', context.asAbsolutePath(path.join('server', 'async-lsp.jar'))]);
    await client.start();
  } catch (failure) {
    client = undefined;
    tell(failure);
  }
}

async function stop() {
  const running = client;
  client = undefined;
  await running?.stop();
}

function clientOf(command, args) {
  return new LanguageClient(SETTINGS, 'async-java', { command, args }, {
    documentSelector: [{ scheme: 'file', language: 'java' }],
    revealOutputChannelOn: RevealOutputChannelOn.Never,
  });
}

/** Nobody waits for the answer. */
function tell(failure) {
  const open = 'Open Settings';
  const text = failure instanceof NoJava ? failure.message : `async-java: the language server does not start: ${failure.message}`;
  vscode.window.showErrorMessage(text, open).then((chosen) => {
    if (chosen === open) {
      // It is a setting of the machine that the server runs on.
      vscode.commands.executeCommand(`workbench.action.open${vscode.env.remoteName ? 'Remote' : ''}Settings`, { query: HOME });
    }
  });
}

module.exports = { activate, deactivate };
