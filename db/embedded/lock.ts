/** One instance of the platform at a time on one data folder: a lock file that names its process. */
import { linkSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { start } from '#content/messages/ru/start.ts'
import { StartFailure } from '#db/failure.ts'
import { birthOf } from './processes.ts'

type Holder = { pid: number; birth: string | null }

const fileIn = (dataDir: string) => join(dataDir, 'rses.lock')

/** The number of the living process that works with this folder, or null. */
export function holderOf(dataDir: string): number | null {
  let holder: Holder
  try {
    holder = JSON.parse(readFileSync(fileIn(dataDir), 'utf8'))
  } catch {
    return null
  }
  return holder.birth !== null && birthOf(holder.pid) === holder.birth ? holder.pid : null
}

/** Takes the folder for this process, or refuses with the number of the one that has it; returns the release. */
export function takeLock(dataDir: string): () => void {
  const mine = join(dataDir, `rses.lock.${process.pid}`)
  const holder: Holder = { pid: process.pid, birth: birthOf(process.pid) }
  writeFileSync(mine, JSON.stringify(holder))
  try {
    if (!linked(mine, dataDir)) {
      const other = holderOf(dataDir)
      if (other !== null) throw new StartFailure(start.busyFolder(dataDir, other))
      rmSync(fileIn(dataDir), { force: true })
      if (!linked(mine, dataDir)) {
        throw new StartFailure(start.busyFolder(dataDir, holderOf(dataDir) ?? 0))
      }
    }
  } finally {
    rmSync(mine, { force: true })
  }
  return () => rmSync(fileIn(dataDir), { force: true })
}

/** A link appears with its content in one step, so nobody ever reads half a lock. */
function linked(mine: string, dataDir: string) {
  try {
    linkSync(mine, fileIn(dataDir))
    return true
  } catch (error) {
    if (error instanceof Error && 'code' in error && error.code === 'EEXIST') return false
    throw error
  }
}
