/**
 * The demo community once for a whole run of browser tests: a database that each file copies.
 *
 * It is filled by a real first start of the built site, so that what the tests walk through is what a newcomer sees.
 */
import postgres from 'postgres'
import type { TestProject } from 'vitest/node'
import { findBrowser } from './browser.ts'
import { startSite } from './process.ts'

declare module 'vitest' {
  export interface ProvidedContext {
    /** Owner of the database with the demo community, which nobody may stay connected to. */
    demoUrl: string
  }
}

export default async function setup(project: TestProject) {
  // Two files open the browser at once: what npm brought is unpacked before.
  await findBrowser()
  const { adminUrl, templateUrl } = project.getProvidedContext()
  const admin = postgres(adminUrl, { max: 1, onnotice: () => {} })
  await admin.unsafe('create database rses_demo owner rses_owner template rses strategy file_copy')
  await admin.end()
  const url = new URL(templateUrl)
  url.pathname = '/rses_demo'
  const site = await startSite({ databaseUrl: url.href, env: { DEMO: '1' } })
  await site.stop()
  project.provide('demoUrl', url.href)
}
