/**
 * `test` with the site in a browser: the built server over a copy of the demo database, one per test file.
 *
 * `page` is a guest's, `as('expert')` opens one signed in as a demo account. A console error, a failed script or a
 * request to any other host fails the test: pages must be whole, and sovereign.
 */
import type { Browser, BrowserContextOptions, Page } from 'playwright-core'
import postgres from 'postgres'
import { test as base, expect, inject } from 'vitest'
import { cookieNames } from '#app/web/request.server.ts'
import { sessionsIn } from '#app/web/session.server.ts'
import { type Connection, connect } from '#db/client.ts'
import { launchBrowser } from './browser.ts'
import { startSite } from './process.ts'

export { expectAccessible } from './accessible.ts'
export { expect }

export interface Site {
  url: string
  owner: Connection
  /** A Cookie header that signs a demo account in; `name` is the part before @demo.example. */
  cookieOf: (name: string) => Promise<string>
  /** kills the server without a word; answers how to start it again at the same address */
  crash: () => Promise<() => Promise<void>>
}

export const test = base
  /** Settings of the site beside DEMO=1; a file that needs others extends `test` by its own. */
  .extend('settings', { scope: 'file' }, (): Record<string, string> => ({}))
  .extend('site', { scope: 'file' }, async ({ settings }, { onCleanup }): Promise<Site> => {
    const { ownerUrl, drop } = await copyDemo()
    const owner = connect(ownerUrl, { max: 4 })
    const env = { DEMO: '1', ...settings }
    let server = await startSite({ databaseUrl: ownerUrl, env })
    const { url } = server
    const crash = async () => {
      server.kill('SIGKILL')
      await server.stop()
      return async () => {
        server = await startSite({ databaseUrl: ownerUrl, env: { ...env, PORT: new URL(url).port } })
      }
    }
    onCleanup(async () => {
      await server.stop()
      await owner.end()
      await drop()
    })
    return { url, owner, cookieOf: (name) => cookieOf(owner, name), crash }
  })
  // biome-ignore lint/correctness/noEmptyPattern: Vitest reads a fixture's dependencies from the pattern.
  .extend('browser', { scope: 'file' }, async ({}, { onCleanup }): Promise<Browser> => {
    const browser = await launchBrowser()
    onCleanup(() => browser.close())
    return browser
  })
  .extend('open', ({ site, browser }, { onCleanup }) => {
    const faults: string[] = []
    const pages: Page[] = []
    onCleanup(async () => {
      await Promise.all(pages.map((page) => page.context().close()))
      expect(faults).toEqual([])
    })
    return async (options: BrowserContextOptions = {}): Promise<Page> => {
      const context = await browser.newContext({ baseURL: site.url, locale: 'ru-RU', ...options })
      const page = await context.newPage()
      watch(page, site.url, faults)
      pages.push(page)
      return page
    }
  })
  .extend('page', ({ open }) => open())
  .extend(
    'as',
    ({ site, open }) =>
      async (name: string, options: BrowserContextOptions = {}): Promise<Page> => {
        const page = await open(options)
        const [key = '', value = ''] = (await site.cookieOf(name)).split('=')
        await page.context().addCookies([{ name: key, value, url: site.url }])
        return page
      },
  )

function watch(page: Page, url: string, faults: string[]) {
  // A refused form or a missing page is an answer, not a fault; a 5xx is.
  page.on('console', (message) => {
    // a test that takes the connection away knows that it is away
    if (/net::ERR_(INTERNET_DISCONNECTED|CONNECTION_REFUSED)/.test(message.text())) return
    const told = message.text()
    // a page that is left before its links were looked up says so; the next page looks up its own
    if (told.startsWith('Failed to fetch manifest patches')) return
    if (message.type() === 'error' && !/status of 4\d\d/.test(told)) faults.push(`${page.url()}: ${told}`)
  })
  page.on('pageerror', (error) => faults.push(`${page.url()}: ${error.message}`))
  page.on('request', (request) => {
    const target = request.url()
    if (!target.startsWith(url) && !/^(data|blob|about):/.test(target))
      faults.push(`foreign request: ${target}`)
  })
}

async function cookieOf(owner: Connection, name: string): Promise<string> {
  const [user] = await owner.sql<
    { id: string }[]
  >`select id from users where email = ${`${name}@demo.example`}`
  if (!user) throw new Error(`no demo account ${name}`)
  const sessions = sessionsIn(owner.db, { sessionDays: 1, publicUrl: 'http://localhost' })
  const cookie = await sessions.start(user.id, 'test')
  return `${cookieNames.session}=${/=([^;]+)/.exec(cookie)?.[1]}`
}

async function copyDemo(): Promise<{ ownerUrl: string; drop: () => Promise<void> }> {
  const name = `e_${Math.random().toString(36).slice(2, 10)}`
  const admin = postgres(inject('adminUrl'), { max: 1, onnotice: () => {} })
  await admin.unsafe(`create database ${name} owner rses_owner template rses_demo strategy file_copy`)
  const url = new URL(inject('demoUrl'))
  url.pathname = `/${name}`
  const drop = async () => {
    await admin.unsafe(`drop database ${name} with (force)`)
    await admin.end()
  }
  return { ownerUrl: url.href, drop }
}
