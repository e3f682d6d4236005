/**
 * The converter as a process: bytes in, one line of JSON and the pictures out. It runs where there are no files and no
 * network (jail.server.ts); whatever happens here, the other side is told in the same shape.
 */
import { convert, type Imported, type ImportRequest } from './converting.ts'
import { Refusal } from './refusal.ts'

export type ChildAnswer =
  | {
      ok: true
      imported: Omit<Imported, 'images'>
      images: { sha256: string; mediaType: string; size: number }[]
    }
  | { ok: false; code: string; facts: Readonly<Record<string, string | number>> }

/** What is written to the other side for one file. */
export function answer(bytes: Uint8Array, request: ImportRequest): Uint8Array[] {
  try {
    const { images, ...imported } = convert(bytes, request)
    const about = images.map(({ sha256, mediaType, bytes: { length } }) => ({
      sha256,
      mediaType,
      size: length,
    }))
    return [line({ ok: true, imported, images: about }), ...images.map((image) => image.bytes)]
  } catch (error) {
    const refusal = error instanceof Refusal ? error : new Refusal(codeOf(error))
    return [line({ ok: false, code: refusal.code, facts: refusal.facts })]
  }
}

/** A stack that ran out is a file nested beyond sense; the rest is a file that we do not understand. */
function codeOf(error: unknown): 'import-bomb' | 'import-failed' {
  return error instanceof RangeError && /call stack/i.test(error.message) ? 'import-bomb' : 'import-failed'
}

function line(value: ChildAnswer): Uint8Array {
  return Buffer.from(`${JSON.stringify(value)}\n`)
}
