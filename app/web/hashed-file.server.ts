/**
 * A form of one file that is read as it comes and never held whole: what is needed of it is its SHA-256. A text that
 * may be a signed paper of ours is kept up to `most` bytes; of anything else one byte says that it was there.
 */
import { createHash } from 'node:crypto'
import { data, type UploadHandlerPart, unstable_parseMultipartFormData } from '@remix-run/node'
import { formOf } from './form.server.ts'

/** No page of ours sends more fields with its file. */
const PARTS = 20

/** The form with the `file` as far as it is kept, and its `sha256`; a 400 when it is none. */
export async function hashedForm(request: Request, most: number): Promise<FormData> {
  // sent without a file: read as any other form, and told so at the field
  if (!request.headers.get('Content-Type')?.startsWith('multipart/form-data')) return formOf(request)
  let count = 0
  let sum: string | null = null
  const form = await unstable_parseMultipartFormData(request, async (part) => {
    count += 1
    if (count > PARTS) throw new RangeError('parts')
    const { kept, sha256, size } = await hashed(part, most)
    if (part.name !== 'file' || sum !== null) return undefined
    sum = sha256
    return new File(size === 0 ? [] : [kept], 'file')
  }).catch(() => {
    throw data({ code: 'invalid' }, { status: 400 })
  })
  if (sum !== null) form.set('sha256', sum)
  return form
}

async function hashed({ data: parts }: UploadHandlerPart, most: number) {
  const hash = createHash('sha256')
  const kept: Uint8Array[] = []
  let size = 0
  for await (const part of parts) {
    hash.update(part)
    if (size === 0 || (size < most && isText(kept[0]))) kept.push(part.subarray(0, Math.max(1, most - size)))
    size += part.length
  }
  const whole = isText(kept[0]) && size <= most
  return { sha256: hash.digest('hex'), size, kept: whole ? Buffer.concat(kept) : Buffer.from(' ') }
}

/** It begins as JSON does, with or without a mark of the order of bytes. */
const isText = (first: Uint8Array | undefined) => first?.[0] === 0x7b || first?.[0] === 0xef
