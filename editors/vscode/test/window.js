'use strict';

const { chromium } = require('playwright-core');

const ARGUMENTS = ['--no-sandbox', '--disable-gpu', '--disable-quic', '--no-first-run', '--disable-background-networking', '--disable-component-update',
  '--disable-sync'];

/** How long something may take that is to come: much longer than it does. */
const PATIENCE = 120_000;

/** Without any blank, or character that is not seen. */
function bare(text) {
  return text.replaceAll(/[\s\u200b-\u200d\u2060\ufeff]/g, '');
}

/** A window of Visual Studio Code, as somebody uses it: by keys, and by what is to be seen. */
class Window {
  constructor(browser, page) {
    this.browser = browser;
    this.page = page;
  }

  static async open(url) {
    const browser = await chromium.launch({ executablePath: process.env.CHROMIUM || '/usr/bin/chromium', args: ARGUMENTS });
    const page = await browser.newPage({ viewport: { width: 1080, height: 820 } });
    page.setDefaultTimeout(PATIENCE);
    await page.goto(url);
    return new Window(browser, page);
  }

  async close() {
    await this.browser.close();
  }

  button(name) {
    return this.page.getByRole('button', { name });
  }

  async openFile(name) {
    await this.page.keyboard.press('Control+P');
    await this.choose(name, name);
    await this.page.locator(`.tab.active:has-text("${name}")`).waitFor();
    await this.editor().waitFor();
  }

  async command(name) {
    await this.page.keyboard.press('F1');
    await this.choose(`>${name}`, name);
  }

  async choose(typed, shown) {
    await this.page.locator('.quick-input-widget input').first().fill(typed);
    await this.page.locator('.quick-input-list .monaco-list-row.focused', { hasText: shown }).waitFor();
    await this.page.keyboard.press('Enter');
    await this.page.locator('.quick-input-widget').waitFor({ state: 'hidden' });
  }

  editor() {
    return this.page.locator('.editor-instance .monaco-editor').first();
  }

  /** Waits until as many places are underlined. */
  async underlined(kind, count) {
    await this.until(async () => await this.editor().locator(`.squiggly-${kind}`).count() === count, `${count} times ${kind}`);
  }

  /** Waits until a line reads so, with the marks in it. Blanks do not count: those around marks are of many kinds. */
  async reads(text) {
    await this.until(async () => (await this.editor().locator('.view-line').allInnerTexts()).map(bare).includes(bare(text)), `line "${text}"`);
  }

  async problems() {
    const rows = await this.page.locator('.markers-panel .monaco-list-row').allInnerTexts();
    return rows.map((row) => row.replaceAll('\u00a0', ' ').replaceAll(/\s+/g, ' ').trim());
  }

  /** Waits until the Problems view has as many rows, which it shows at the end of a pause in typing. */
  async problemsOf(count) {
    await this.until(async () => (await this.problems()).length === count, `${count} rows of problems`);
    return this.problems();
  }

  /** Looks again whenever the browser has drawn. */
  async until(condition, what) {
    const end = Date.now() + PATIENCE;
    while (!await condition()) {
      if (Date.now() > end) {
        throw new Error(`not seen: ${what}; seen:\n${await this.editor().innerText()}\n${(await this.problems()).join('\n')}`);
      }
      await this.page.evaluate(() => new Promise(requestAnimationFrame));
    }
  }

  async picture(file) {
    await this.page.screenshot({ path: file });
  }
}

module.exports = { Window };
