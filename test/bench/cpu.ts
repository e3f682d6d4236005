/**
 * CPU of one process per request: user and system time from /proc before and after a fixed number of requests.
 *
 * Wall time on a shared machine says little; CPU of the serving process alone leaves out the client and the database.
 * Rounds of the subjects are interleaved, and the best round of each counts, so that noise hits all alike.
 */
import { readFileSync } from 'node:fs'
import { Agent, get } from 'node:http'

export interface Subject {
  name: string
  pid: number
  url: string
  headers?: Record<string, string>
}

const TICKS_PER_SECOND = 100

/** Seconds of CPU that a process has used so far, all threads. */
export function cpuSeconds(pid: number): number {
  const stat = readFileSync(`/proc/${pid}/stat`, 'utf8')
  const fields = stat.slice(stat.lastIndexOf(')') + 2).split(' ')
  return (Number(fields[11]) + Number(fields[12])) / TICKS_PER_SECOND
}

/** Milliseconds of CPU per request of each subject: best of `rounds` interleaved rounds of `n` requests. */
export async function compare(
  subjects: Subject[],
  { rounds = 6, n = 300, told }: { rounds?: number; n?: number; told?: (round: number) => void } = {},
): Promise<Map<string, number>> {
  const best = new Map<string, number>()
  for (const subject of subjects) await burst(subject, Math.min(n, 60))
  for (let round = 0; round < rounds; round += 1) {
    for (const subject of subjects) {
      const before = cpuSeconds(subject.pid)
      await burst(subject, n)
      const each = ((cpuSeconds(subject.pid) - before) * 1000) / n
      best.set(subject.name, Math.min(each, best.get(subject.name) ?? Number.POSITIVE_INFINITY))
    }
    told?.(round + 1)
  }
  return best
}

async function burst(subject: Subject, n: number, atOnce = 8): Promise<void> {
  const agent = new Agent({ keepAlive: true, maxSockets: atOnce })
  let left = n
  await Promise.all(
    Array.from({ length: atOnce }, async () => {
      while (left > 0) {
        left -= 1
        await fetchOnce(subject, agent)
      }
    }),
  )
  agent.destroy()
}

function fetchOnce({ name, url, headers }: Subject, agent: Agent): Promise<void> {
  return new Promise((resolve, reject) => {
    get(url, { agent, headers: { Accept: 'text/html', ...headers } }, (response) => {
      if (response.statusCode !== 200) reject(new Error(`${name}: ${response.statusCode}`))
      response.resume()
      response.once('end', resolve)
    }).once('error', reject)
  })
}
