/** The open interface on an address of its own, as a program asks it. */
import type { AddressInfo } from 'node:net'
import express from 'express'
import { expect } from 'vitest'
import { register } from '#app/web/handlers/api.ts'
import type { Services } from '#app/web/services.ts'
import type { Database } from '#test/support/database.ts'

const zone = 'Asia/Yekaterinburg'
const publicUrl = 'https://experts.example'

export type Answer = { status: number; headers: Headers; body: Record<string, unknown> }
type Ask = (path: string, init?: RequestInit) => Promise<Answer>

/** The interface on an address of its own; each use has a visitor's address of its own. */
export async function served<T>({ web }: Database, use: (ask: Ask) => Promise<T>): Promise<T> {
  const log = { error: (told: unknown) => defects.push(told) }
  const defects: unknown[] = []
  const app = express()
  const address = `198.51.100.${Math.floor(Math.random() * 1e9)}`
  app.use((_, response, next) => {
    response.locals.visit = { actor: null, now: new Date('2026-03-02T09:00:00Z'), zone, address }
    next()
  })
  register(app, { web, zone, config: { publicUrl }, log } as unknown as Services)
  const server = app.listen(0, '127.0.0.1')
  try {
    await new Promise((resolve) => server.once('listening', resolve))
    const origin = `http://127.0.0.1:${(server.address() as AddressInfo).port}`
    const answer = await use(async (path, init) => {
      const got = await fetch(origin + path.replace(publicUrl, ''), { redirect: 'manual', ...init })
      const text = await got.text()

      return { status: got.status, headers: got.headers, body: text ? JSON.parse(text) : {} }
    })
    expect(defects).toEqual([])
    return answer
  } finally {
    server.close()
  }
}
