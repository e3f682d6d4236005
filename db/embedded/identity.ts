/**
 * As whom PostgreSQL runs: it refuses root.
 *
 * An ordinary user runs it as himself. Root runs it as the owner of the data, or as nobody. Where nobody cannot
 * pass through the folders (a project under root's 0700 home) the process keeps one capability, dac_override:
 * it is not root for PostgreSQL's check, and yet may walk through.
 */
import { spawnSync } from 'node:child_process'
import { readFileSync, statSync } from 'node:fs'
import { start } from '#content/messages/ru/start.ts'
import { StartFailure } from '#db/failure.ts'
import type { Binaries } from './binaries.ts'

export type Identity = {
  /** Owner of the data folder, or undefined when no change of user is needed. */
  uid?: number
  gid?: number
  /** The command line that runs `program` under this identity. */
  command: (program: string, args: string[]) => { file: string; args: string[] }
  /** Options of spawn that belong to the identity. */
  options: { uid?: number; gid?: number }
}

const AS_IS: Identity = { command: (file, args) => ({ file, args }), options: {} }

/** Chooses the identity by trying it: can it start the program and enter `folder`? */
export function chooseIdentity(binaries: Binaries, folder: string): Identity {
  const owner = statSync(folder)
  if (process.getuid?.() !== 0) {
    if (process.getuid && owner.uid !== process.getuid()) {
      throw new StartFailure(start.foreignOwner(folder, owner.uid))
    }
    return AS_IS
  }
  const { uid, gid } = owner.uid === 0 ? nobody() : owner
  const plain: Identity = { uid, gid, command: AS_IS.command, options: { uid, gid } }
  if (passes(plain, binaries, folder)) return plain
  const keeping: Identity = { uid, gid, command: withOverride(uid, gid), options: {} }
  if (passes(keeping, binaries, folder)) return keeping
  throw new StartFailure(start.closedFolder(folder))
}

/** `no_setuid_fixup` keeps the capability over the change of user; without it initdb fails. */
function withOverride(uid: number, gid: number): Identity['command'] {
  const setpriv = [
    `--reuid=${uid}`,
    `--regid=${gid}`,
    '--clear-groups',
    '--securebits=+no_setuid_fixup',
    '--inh-caps=+dac_override',
    '--ambient-caps=+dac_override',
  ]
  return (program, args) => ({ file: 'setpriv', args: [...setpriv, program, ...args] })
}

function passes(identity: Identity, binaries: Binaries, folder: string) {
  const tries: [string, string[]][] = [
    [binaries.postgres, ['--version']],
    ['/bin/sh', ['-c', 'cd "$0" && test -x .', folder]],
  ]
  return tries.every(([program, given]) => {
    const { file, args } = identity.command(program, given)
    return spawnSync(file, args, { ...identity.options, cwd: '/', stdio: 'ignore' }).status === 0
  })
}

/** initdb looks its user up by number, so it has to be one that the system knows. */
function nobody() {
  try {
    const line = readFileSync('/etc/passwd', 'utf8').match(/^nobody:[^:]*:(\d+):(\d+):/m)
    if (line) return { uid: Number(line[1]), gid: Number(line[2]) }
  } catch {
    // No such file on this system: the usual number is as good as any.
  }
  return { uid: 65534, gid: 65534 }
}
