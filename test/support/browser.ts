/**
 * The browser of the tests: CHROMIUM_PATH, else a Chromium or Chrome of the machine, else the one that npm brought.
 */
import { spawnSync } from 'node:child_process'
import { accessSync, constants, existsSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { delimiter, join } from 'node:path'
import { type Browser, chromium } from 'playwright-core'

const NAMES = ['chromium', 'chromium-browser', 'google-chrome', 'google-chrome-stable', 'chrome']

const PLACES = [
  '/Applications/Google Chrome.app/Contents/MacOS/Google Chrome',
  '/Applications/Chromium.app/Contents/MacOS/Chromium',
  'C:\\Program Files\\Google\\Chrome\\Application\\chrome.exe',
]

/** Nothing here may reach for the network or ask a question; as root Chromium refuses its own sandbox. */
const FLAGS = [
  ...['--no-sandbox', '--disable-gpu', '--disable-quic', '--no-first-run', '--disable-background-networking'],
  ...['--disable-component-update', '--disable-sync', '--disable-dev-shm-usage'],
]

export type Found = { path: string; env: Record<string, string>; from: 'CHROMIUM_PATH' | 'machine' | 'npm' }

/** Finds the browser, in the order of the header. A CHROMIUM_PATH that is not a program is an error, not a hint. */
export async function findBrowser(environment = process.env): Promise<Found> {
  const given = environment.CHROMIUM_PATH
  if (given) {
    if (!isProgram(given)) throw new Error(`CHROMIUM_PATH is not a program: ${given}`)
    return { path: given, env: {}, from: 'CHROMIUM_PATH' }
  }
  const folders = (environment.PATH ?? '').split(delimiter)
  const path = [...folders.flatMap((folder) => NAMES.map((name) => join(folder, name))), ...PLACES].find(
    isProgram,
  )
  return path ? { path, env: {}, from: 'machine' } : shipped()
}

/** Starts it without a window. */
export async function launchBrowser(environment = process.env): Promise<Browser> {
  const { path, env } = await findBrowser(environment)
  const all = Object.entries({ ...environment, ...env }).filter(([, value]) => value !== undefined)
  return chromium.launch({ executablePath: path, args: FLAGS, headless: true, env: Object.fromEntries(all) })
}

/**
 * The package unpacks the browser into the temporary folder on first use. Its own flags are left out: they switch
 * web security off and put all into one process. The libraries and fonts it carries for bare machines it unpacks
 * only when it believes to be on one, so we tell it so; they are used only where the machine lacks its own.
 */
async function shipped(): Promise<Found> {
  const path = await unpack()
  const loads = spawnSync(path, ['--version']).status === 0
  return {
    path,
    env: {
      ...(loads ? {} : { LD_LIBRARY_PATH: join(tmpdir(), 'al2023', 'lib') }),
      ...(existsSync('/etc/fonts/fonts.conf') ? {} : { FONTCONFIG_PATH: join(tmpdir(), 'fonts') }),
    },
    from: 'npm',
  }
}

async function unpack(): Promise<string> {
  const { AWS_EXECUTION_ENV, LD_LIBRARY_PATH, FONTCONFIG_PATH } = process.env
  process.env.AWS_EXECUTION_ENV = 'AWS_Lambda_nodejs20.x'
  try {
    const { default: packed } = await import('@sparticuz/chromium')
    return await packed.executablePath()
  } finally {
    restore({ AWS_EXECUTION_ENV, LD_LIBRARY_PATH, FONTCONFIG_PATH })
  }
}

/** What was changed for the package must not reach other children of the tests, such as the database. */
function restore(before: Record<string, string | undefined>) {
  for (const [name, value] of Object.entries(before)) {
    if (value === undefined) delete process.env[name]
    else process.env[name] = value
  }
}

function isProgram(path: string) {
  try {
    accessSync(path, constants.X_OK)
    return existsSync(path)
  } catch {
    return false
  }
}
