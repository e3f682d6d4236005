/** The passport of a draft, checked: what document it is, on what ground, what its developer asks. */
import { Problem } from '#app/domain/problem.ts'
import { content } from '#content/load.ts'
import { cleanWords } from './words.ts'

export interface Passport {
  title: string
  kind: string
  developerId: string
  ground: string
  explanatoryNote: string
  /** what participants are asked to answer; may be empty */
  questions?: string | undefined
  contact: string
  lang?: 'ru' | 'en'
  documentId?: string | null
}

/** The values as they are stored; Problem of the field otherwise. */
export function passportValues(passport: Passport) {
  const { text } = content().settings
  if (!content().documentKinds.some(({ code, draft }) => draft && code === passport.kind))
    throw new Problem('invalid', {}, 'kind')
  return {
    title: cleanWords(passport.title, 'title', text.title).replace(/\s+/g, ' '),
    kind: passport.kind,
    developerId: passport.developerId,
    ground: cleanWords(passport.ground, 'ground', text.note),
    explanatoryNote: cleanWords(passport.explanatoryNote, 'explanatoryNote', text.note),
    questions: cleanWords(passport.questions ?? '', 'questions', text.note, { required: false }),
    contact: cleanWords(passport.contact, 'contact', text.title),
    lang: passport.lang ?? ('ru' as const),
    documentId: passport.documentId ?? null,
  }
}
