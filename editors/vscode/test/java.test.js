'use strict';

const assert = require('node:assert');
const fs = require('node:fs');
const os = require('node:os');
const path = require('node:path');
const { after, test } = require('node:test');
const { findJava } = require('../src/java');

const homes = fs.mkdtempSync(path.join(os.tmpdir(), 'homes'));
after(() => fs.rmSync(homes, { recursive: true }));

/** A folder with a program that says what `java -version` would. */
function java(version) {
  const home = path.join(homes, version);
  fs.mkdirSync(path.join(home, 'bin'), { recursive: true });
  fs.writeFileSync(path.join(home, 'bin/java'), `#!/bin/sh\necho 'openjdk version "${version}" 2024-01-01' >&2\n`, { mode: 0o755 });
  return home;
}

const old = java('1.8.0_402');
const fit = java('17.0.9');
const newer = java('25');

test('a folder that is set comes first', async () => {
  assert.equal(await findJava(newer, { JAVA_HOME: fit, PATH: '' }), path.join(newer, 'bin/java'));
});

test('a folder that is set and unfit is refused, whatever else there is', async () => {
  await assert.rejects(findJava(old, { JAVA_HOME: fit, PATH: '' }), {
    message: `async-java needs Java 17 or newer to run: asyncJava.java.home (${old}) is Java 8.`,
  });
});

test('then comes JAVA_HOME', async () => {
  assert.equal(await findJava('', { JAVA_HOME: fit, PATH: path.join(newer, 'bin') }), path.join(fit, 'bin/java'));
});

test('and then PATH, also if JAVA_HOME is too old', async () => {
  assert.equal(await findJava('', { PATH: path.join(newer, 'bin') }), 'java');
  assert.equal(await findJava('', { JAVA_HOME: old, PATH: path.join(newer, 'bin') }), 'java');
});

test('where there is none the message says what was tried', async () => {
  await assert.rejects(findJava('', { JAVA_HOME: old, PATH: '/nowhere' }), {
    message: `async-java needs Java 17 or newer to run: JAVA_HOME (${old}) is Java 8, java on the PATH is no Java.`,
  });
});
