/** A copy of content/ in a temporary folder, with one passage of one file changed. */
import { cpSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { ContentError, loadContent } from '#content/load.ts'

/** What loading says after the first `from` in the file became `to`, and the line where `mark` (or `to`) now stands. */
export function breakFile(
  file: string,
  from: string,
  to: string,
  mark = to.trim().split('\n')[0] ?? '',
): { message: string; line: number } {
  const root = mkdtempSync(join(tmpdir(), 'content-'))
  try {
    cpSync(join(process.cwd(), 'content'), join(root, 'content'), { recursive: true })
    const path = join(root, 'content', file)
    const before = readFileSync(path, 'utf8')
    if (!before.includes(from)) throw new Error(`${file} has no ${from}`)
    const after = before.replace(from, () => to)
    writeFileSync(path, after)
    return {
      message: faultOf(root),
      line: after.slice(0, after.indexOf(mark, before.indexOf(from))).split('\n').length,
    }
  } finally {
    rmSync(root, { recursive: true })
  }
}

/** What loading says when a file or folder is missing. */
export function removeFile(file: string): string {
  const root = mkdtempSync(join(tmpdir(), 'content-'))
  try {
    cpSync(join(process.cwd(), 'content'), join(root, 'content'), { recursive: true })
    rmSync(join(root, 'content', file), { recursive: true })
    return faultOf(root)
  } finally {
    rmSync(root, { recursive: true })
  }
}

function faultOf(root: string): string {
  try {
    loadContent(root)
  } catch (error) {
    if (error instanceof ContentError) return error.message
    throw error
  }
  return 'no fault'
}
