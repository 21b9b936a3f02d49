'use strict';

const { execFile } = require('node:child_process');
const path = require('node:path');

const OLDEST = 17;

/** No Java is fit to run the server; the message says what was tried. */
class NoJava extends Error {}

/**
 * The command of a Java that can run the server. A folder that somebody has set is taken or refused; nothing else is tried then.
 *
 * @param {string} home the folder that is set, or nothing
 * @param {NodeJS.ProcessEnv} environment where JAVA_HOME and PATH are looked up
 * @returns {Promise<string>} the command
 */
async function findJava(home, environment) {
  const tried = [];
  for (const { name, command } of home ? [ofHome('asyncJava.java.home', home)] : ofEnvironment(environment)) {
    const version = await versionOf(command, environment);
    if (version >= OLDEST) {
      return command;
    }
    tried.push(version ? `${name} is Java ${version}` : `${name} is no Java`);
  }
  throw new NoJava(`async-java needs Java ${OLDEST} or newer to run: ${tried.join(', ')}.`);
}

function ofEnvironment(environment) {
  const onPath = { name: 'java on the PATH', command: 'java' };
  return environment.JAVA_HOME ? [ofHome('JAVA_HOME', environment.JAVA_HOME), onPath] : [onPath];
}

function ofHome(name, home) {
  return { name: `${name} (${home})`, command: path.join(home, 'bin', 'java') };
}

/** The first number of its version: 8 of 1.8.0_402, 17 of 17.0.9; 0 if it does not run. */
function versionOf(command, environment) {
  return new Promise((resolve) => {
    execFile(command, ['-version'], { env: environment }, (failure, out, errors) => {
      const found = failure ? null : /version "(?:1\.)?(\d+)/.exec(errors + out);
      resolve(found ? Number(found[1]) : 0);
    });
  });
}

module.exports = { findJava, NoJava };
