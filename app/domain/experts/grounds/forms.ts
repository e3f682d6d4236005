/** Grounds of publication entered from papers: many people and one scan. Errors are keys of messages.problems. */
import { z } from 'zod'
import { publishedBoxes } from '#app/domain/accounts/publication.ts'
import { carried, day } from '#app/domain/typed.ts'

export const GroundEntry = z
  .object({
    act: carried(z.enum(['consent', 'document', 'withdrawal'], 'required')),
    people: z.string('required').trim().min(1, 'required').max(100_000, 'too-long'),
    fields: publishedBoxes,
    /** day on the paper */
    signedOn: carried(day).optional(),
    file: z.instanceof(File).optional(),
    /** code of the act that obliges to publish */
    document: carried(z.string().max(100, 'invalid')).optional(),
  })
  .superRefine(({ act, fields, signedOn, file, document }, ctx) => {
    const wrong = (path: string, message = 'required') =>
      ctx.addIssue({ code: 'custom', path: [path], message })
    if (act !== 'withdrawal' && fields.length === 0) wrong('fields', 'closed-fields')
    if (act !== 'withdrawal' && !fields.includes('name')) wrong('fields', 'ground-name')
    if (act === 'document' && !document) wrong('document')
    if (act !== 'document' && !signedOn) wrong('signedOn')
    if (act !== 'document' && !(file && file.size > 0)) wrong('file')
  })
export type GroundEntryValue = Omit<z.output<typeof GroundEntry>, 'file'>
