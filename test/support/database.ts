/**
 * `test` with a real database: one per test file, copied from the run's template, empty of rows but for migrations.
 *
 * `db` is the owner's connection, `web` the one that serves visitors; `as(actor)` builds the Ctx of anybody at any
 * moment, `acts(actor)` of who is signed in. What a test writes stays for the next test of the file, so tests look for their own things.
 */
import { randomBytes } from 'node:crypto'
import postgres from 'postgres'
import { test as base, inject } from 'vitest'
import type { ActingCtx, Actor, Ctx } from '#app/domain/ctx.ts'
import { type Connection, connect, type Db } from '#db/client.ts'
import { givenIn } from '#test/support/given/index.ts'

export type Moment = { now?: Date | string; db?: Db }

/** The Ctx of somebody who is signed in. */
export type Acts = (actor: Actor, now?: string) => ActingCtx

/** Factories of every room. */
export type Given = ReturnType<typeof givenIn>

export type Database = {
  ownerUrl: string
  owner: Connection
  web: Connection
}

/** The Ctx of an actor (null = guest), by default on a winter morning of the year the tests live in. */
export function ctxOf(db: Db, actor: Actor | null, { now = '2026-03-02T09:00:00Z' }: Moment = {}): Ctx {
  return { db, actor, now: new Date(now), zone: 'Asia/Yekaterinburg' }
}

/** A new database in the run's cluster, copied from the template; `drop` removes it with all its connections. */
export async function copyTemplate(): Promise<{ ownerUrl: string; drop: () => Promise<void> }> {
  const name = `t_${randomBytes(6).toString('hex')}`
  const admin = postgres(inject('adminUrl'), { max: 1, onnotice: () => {} })
  // Copying needs the template to itself; two files that ask at once take turns.
  await admin`select pg_advisory_lock(hashtext('rses.template'))`
  await admin.unsafe(`create database ${name} owner rses_owner template rses strategy file_copy`)
  await admin`select pg_advisory_unlock(hashtext('rses.template'))`
  const url = new URL(inject('templateUrl'))
  url.pathname = `/${name}`
  const drop = async () => {
    await admin.unsafe(`drop database ${name} with (force)`)
    await admin.end()
  }
  return { ownerUrl: url.href, drop }
}

export const test = base
  // biome-ignore lint/correctness/noEmptyPattern: Vitest reads a fixture's dependencies from the pattern.
  .extend('database', { scope: 'file' }, async ({}, { onCleanup }): Promise<Database> => {
    const { ownerUrl, drop } = await copyTemplate()
    const [owner, web] = [connect(ownerUrl, { max: 8 }), connect(ownerUrl, { role: 'rses_web', max: 8 })]
    onCleanup(async () => {
      await Promise.all([owner.end(), web.end()])
      await drop()
    })
    return { ownerUrl, owner, web }
  })
  .extend('db', ({ database }): Db => database.owner.db)
  .extend('web', ({ database }): Db => database.web.db)
  .extend('given', ({ database }) => givenIn(database.owner.db))
  .extend('as', ({ database }) => (actor: Actor | null, moment?: Moment) => {
    return ctxOf(moment?.db ?? database.web.db, actor, moment)
  })
  .extend('acts', ({ as }): Acts => {
    return (actor, now) => as(actor, now ? { now } : {}) as ActingCtx
  })
