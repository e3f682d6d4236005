/** Open fields of a person that are shown on a ground, each chosen alone; none is shown without the name. */
import { z } from 'zod'
import { carried } from '#app/domain/typed.ts'
import { content } from '#content/load.ts'

/** Known to the database, which derives from grounds what of a person is open. */
export const publishedFields = ['name', 'work', 'engagements'] as const
export type PublishedField = (typeof publishedFields)[number]

/** The fields with their titles, in the order of content/person-fields.yaml. */
export function publishedTitles(): { code: PublishedField; title: { ru: string; en: string } }[] {
  return content().personFields.open.flatMap(({ code, title }) => {
    const known = publishedFields.find((field) => field === code)
    return known ? [{ code: known, title }] : []
  })
}

/** Boxes ticked in a form: one is a word, several are a list. */
export const publishedBoxes = carried(
  z.preprocess(
    (value) => (value === undefined ? [] : [value].flat()),
    z.array(z.enum(publishedFields, 'invalid')),
  ),
)

/** What a person lets everybody see. Nothing at all is a withdrawal, which has a button of its own. */
export const Publication = z.object({ fields: publishedBoxes }).superRefine(({ fields }, ctx) => {
  const wrong = (message: string) => ctx.addIssue({ code: 'custom', path: ['fields'], message })
  if (fields.length === 0) wrong('closed-fields')
  else if (!fields.includes('name')) wrong('ground-name')
})

/** A list that leaves nothing out is kept as null, like a consent to the whole text. */
export function coveredBy(fields: readonly PublishedField[]): PublishedField[] | null {
  return publishedFields.every((field) => fields.includes(field)) ? null : [...new Set(fields)].sort()
}

/** Fields that these consents open together. */
export function openedBy(consents: readonly { fields: string[] | null }[]): PublishedField[] {
  return publishedFields.filter((field) =>
    consents.some(({ fields }) => fields === null || fields.includes(field)),
  )
}
