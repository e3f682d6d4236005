/** Is the build as new as the sources? Answered by a hash over everything that can change it. */
import { createHash } from 'node:crypto'
import { existsSync, readdirSync, readFileSync, rmSync, statSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'

const PARTS = [
  'app',
  'content',
  'db',
  'search',
  'package.json',
  'package-lock.json',
  'remix.config.js',
  'tsconfig.json',
]
const STAMP = 'build/.hash'

/** The hash of the sources as they are now; `root` is the project's folder. */
export function sourceHash(root) {
  const hash = createHash('sha256')
  for (const file of PARTS.flatMap((part) => filesOf(root, part))) {
    hash
      .update(file)
      .update('\0')
      .update(readFileSync(join(root, file)))
      .update('\0')
  }
  return hash.digest('hex')
}

export function isBuilt(root, hash) {
  const stamp = join(root, STAMP)
  return (
    existsSync(stamp) &&
    readFileSync(stamp, 'utf8') === hash &&
    existsSync(join(root, 'build/server/index.js'))
  )
}

/** A build that is interrupted must not look finished: the stamp goes first and comes last. */
export function forgetBuild(root) {
  rmSync(join(root, STAMP), { force: true })
}

export function stampBuild(root, hash) {
  writeFileSync(join(root, STAMP), hash)
}

function filesOf(root, part) {
  const path = join(root, part)
  if (!existsSync(path)) return []
  if (statSync(path).isFile()) return [part]
  const entries = readdirSync(path, { recursive: true, withFileTypes: true })
  return entries
    .filter((entry) => entry.isFile())
    .map((entry) => join(entry.parentPath, entry.name).slice(root.length + 1))
    .sort()
}
