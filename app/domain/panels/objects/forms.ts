/** Fields of a request that say what is to be judged, and the form for its files. */
import { z } from 'zod'
import { chosenFile, maybe, uuid } from '#app/domain/typed.ts'

const chosen = z.preprocess((value) => (value === '' ? undefined : value), uuid.optional())
/** An address that a browser opens; nothing that runs a program. */
const webAddress = z
  .string('invalid')
  .trim()
  .max(500, 'too-long')
  .refine((text) => text === '' || isWebAddress(text), 'web-address')

function isWebAddress(text: string): boolean {
  const url = URL.canParse(text) ? new URL(text) : null
  return url !== null && ['http:', 'https:'].includes(url.protocol) && url.username === '' && !/\s/.test(text)
}

export const objectFields = {
  objectKind: z.enum(['draft', 'system', 'files'], 'invalid').default('draft'),
  draftId: chosen,
  /** what the system or the set of files is called */
  subject: maybe(400),
  subjectAddress: webAddress.default(''),
  /** whose it is, by name or code; empty: of those who ask */
  owner: maybe(400),
  /** who asks, where the actor asks for several */
  organisationId: chosen,
  closed: z.literal('on', 'invalid').optional(),
  resultKind: z.enum(['conclusion', 'inspection'], 'invalid').default('conclusion'),
}
const ObjectForm = z.object(objectFields)
export type AskedObject = Partial<z.infer<typeof ObjectForm>>

export const AttachForm = z.object({ file: chosenFile })
export const DetachForm = z.object({ fileId: uuid })
