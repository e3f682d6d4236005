/** The one way in for files: site and command convert here, in the jail, and check what comes out like any other text. */
import { Problem } from '#app/domain/problem.ts'
import { checkDoc } from '#app/editor/check.ts'
import { content } from '#content/load.ts'
import type { ChildAnswer } from './child.ts'
import type { Imported, ImportRequest } from './converting.ts'
import type { ChangePolicy, ImageAsset } from './imported.ts'
import { converterBundle, runJailed } from './jail.server.ts'

export interface ImportFile {
  name: string
  bytes: Uint8Array
  /** what to do with tracked changes; without it they are refused, with their number */
  changes?: ChangePolicy | null
}

export type ImportedFile = Imported & { peakMegabytes: number; cpuSeconds: number }

let running = 0
const queue: (() => void)[] = []

/** The document of a file; Problem at the field `file` with a code of `Refusal` for every file that is not taken. */
export async function importFile({ name, bytes, changes = null }: ImportFile): Promise<ImportedFile> {
  const { settings } = content()
  const { imports, uploads, text } = settings
  if (bytes.length > uploads.maxMegabytes * 1024 * 1024)
    throw new Problem('too-large', { megabytes: uploads.maxMegabytes }, 'file')
  const zip = { entries: imports.entries, bytes: imports.megabytes * 1024 * 1024, ratio: imports.ratio }
  const request: ImportRequest = {
    name,
    changes,
    limits: { megabytes: uploads.maxMegabytes, characters: text.draftCharacters, zip },
  }
  const { code } = await converterBundle()
  const { seconds, memory: megabytes } = imports
  const result = await inTurn(imports.atOnce, () => runJailed(code, bytes, request, { seconds, megabytes }))
  if (result.fault) throw new Problem(result.fault, { seconds: imports.seconds }, 'file')
  return {
    ...checked(received(result.output)),
    peakMegabytes: result.peakMegabytes,
    cpuSeconds: result.cpuSeconds,
  }
}

function received(output: Buffer): Imported {
  const line = output.indexOf(10)
  const answer = JSON.parse(output.toString('utf8', 0, line)) as ChildAnswer
  if (!answer.ok) throw new Problem(answer.code, answer.facts, 'file')
  let at = line + 1
  const images = answer.images.map(({ sha256, mediaType, size }): ImageAsset => {
    const bytes = new Uint8Array(output.subarray(at, at + size))
    at += size
    return { sha256, mediaType: mediaType as ImageAsset['mediaType'], bytes }
  })
  return { ...answer.imported, images }
}

/** What the child says is input too. */
function checked(imported: Imported): Imported {
  const { doc, fault } = checkDoc(imported.doc, { characters: content().settings.text.draftCharacters })
  if (fault) throw new Problem(fault, {}, 'file')
  return { ...imported, doc }
}

/** Runs when fewer conversions run than may at once. */
export async function inTurn<T>(atOnce: number, work: () => Promise<T>): Promise<T> {
  await turn(atOnce)
  return work().finally(leave)
}

/** Waits until fewer conversions run than may at once. */
async function turn(atOnce: number): Promise<void> {
  if (running >= atOnce) await new Promise<void>((resolve) => queue.push(resolve))
  running += 1
}

function leave(): void {
  running -= 1
  queue.shift()?.()
}
