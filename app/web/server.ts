/**
 * A process from its settings to the served address.
 *
 * The build calls this with itself, so that pages, commands and jobs share one module graph.
 */
import { createServer } from 'node:http'
import type { ServerBuild } from '@remix-run/node'
import type { RequestHandler } from 'express'
import { offerFirstAdmin } from '#app/domain/accounts/first-admin.server.ts'
import { publishRubric } from '#app/domain/practices/rubric.server.ts'
import { publishSheets } from '#app/domain/questionnaires/publishing.server.ts'
import { start } from '#content/messages/ru/start.ts'
import { createApp } from './app.server.ts'
import { startBackground } from './background.server.ts'
import { boot } from './boot.server.ts'
import { readConfig } from './config.ts'
import { assertPortFree, closeServer, type Lifecycle, listen, live } from './lifecycle.ts'
import { LivePages } from './live.server.ts'
import { createMetrics } from './metrics.server.ts'
import type { Services } from './services.ts'
import { sessionsIn } from './session.server.ts'
import { SingleSignOn } from './sso.server.ts'
import { tellStories } from './stories.server.ts'
import { openVault } from './vault.server.ts'

interface Options {
  vite?: { middlewares: RequestHandler; close(): Promise<void> }
}

/** Runs until a signal; every failure of the start is one line and exit code 1. */
export function startServer(
  build: ServerBuild | (() => Promise<ServerBuild>),
  { vite }: Options,
): Promise<void> {
  return live(async (life) => {
    const config = readConfig(process.env)
    await assertPortFree(config)
    if (vite) life.onStop(() => vite.close())
    const booted = await boot(config, life)
    const vault = await openVault(booted.owner.db, config)
    const services: Services = {
      ...booted,
      sessions: sessionsIn(booted.web.db, config),
      vault,
      sso: config.sso ? new SingleSignOn(config.sso, config, vault) : null,
      zone: booted.content.instance.timezone,
    }
    await tellStories(services)
    // the forms that content/ brings: without them a new region could ask for no panel
    const loading = { db: booted.owner.db, actor: null, now: new Date(), zone: services.zone }
    await publishSheets(loading)
    await publishRubric(loading)
    const metrics = createMetrics()
    if (config.role !== 'web') {
      console.log(start.step.reseal)
      life.onStop(await startBackground(services, metrics))
    }
    if (config.role === 'worker') return console.log(start.step.readyWorker)
    await open(services, life, { services, metrics, build, development: vite?.middlewares })
  })
}

async function open(
  services: Services,
  life: Lifecycle,
  door: Omit<Parameters<typeof createApp>[0], 'live'>,
) {
  const live = new LivePages(services)
  const server = createServer(createApp({ ...door, live }))
  // Behind a proxy that keeps connections for a minute, ours must not be closed first.
  server.keepAliveTimeout = 65_000
  const port = await listen(server, services.config)
  life.onStop(() => closeServer(server))
  // their lines never end by themselves
  life.onStop(() => live.close())
  const address = addressOf(services.config.publicUrl, port)
  const secret = await offerFirstAdmin(services.owner.db, new Date())
  if (secret) console.log(start.step.firstAdmin(`${address}/first/${secret}`))
  console.log(start.step.ready(address))
}

function addressOf(publicUrl: string, port: number): string {
  const url = new URL(publicUrl)
  if (url.hostname === 'localhost') url.port = String(port)
  return url.href.replace(/\/$/, '')
}
