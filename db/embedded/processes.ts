/**
 * Telling processes apart after a crash: a number alone may have been given to somebody else meanwhile
 * (in a container it nearly always has).
 */
import { execFileSync } from 'node:child_process'
import { readFileSync } from 'node:fs'

/** When the process began, as an opaque mark; null when there is no such process. */
export function birthOf(pid: number): string | null {
  try {
    if (process.platform === 'linux') {
      const stat = readFileSync(`/proc/${pid}/stat`, 'utf8')
      const fields = stat.slice(stat.lastIndexOf(')') + 2).split(' ')
      // A zombie has ended; its parent has merely not looked yet.
      return fields[0] === 'Z' ? null : (fields[19] ?? null)
    }
    process.kill(pid, 0)
    if (process.platform === 'win32') return 'alive'
    return execFileSync('ps', ['-o', 'lstart=', '-p', String(pid)], { encoding: 'utf8' }).trim() || null
  } catch (error) {
    return error instanceof Error && 'code' in error && error.code === 'EPERM' ? 'alive' : null
  }
}

/** The command line of a living process, or an empty string. */
export function commandOf(pid: number): string {
  try {
    if (process.platform === 'linux')
      return readFileSync(`/proc/${pid}/cmdline`, 'utf8').replaceAll('\0', ' ')
    if (process.platform === 'win32') return 'postgres'
    return execFileSync('ps', ['-o', 'command=', '-p', String(pid)], { encoding: 'utf8' })
  } catch {
    return ''
  }
}

/** Waits until the process has ended; false when it still lives after `ms`. */
export async function ended(pid: number, ms: number): Promise<boolean> {
  for (const until = Date.now() + ms; Date.now() < until; ) {
    if (birthOf(pid) === null) return true
    await new Promise((resolve) => setTimeout(resolve, 20))
  }
  return birthOf(pid) === null
}
