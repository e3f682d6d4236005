/** Papers on the own life in the registry: which there are, and as which files. Pure. */

import type { Letterhead } from '#app/domain/organisations/letterhead.ts'

export const statementFormats = {
  extract: ['pdf', 'docx'],
  participation: ['pdf', 'docx'],
  biography: ['pdf', 'json'],
} as const

export type StatementKind = keyof typeof statementFormats
export type StatementFormat = 'pdf' | 'docx' | 'json'

export const statementKinds = Object.keys(statementFormats) as StatementKind[]

/** The kind of that name, or null. */
export function statementKind(value: unknown): StatementKind | null {
  return statementKinds.find((kind) => kind === value) ?? null
}

/** What stands on a paper beside the facts. */
export interface Imprint {
  code: string
  day: string
  /** address of the check page */
  check: string
  publicUrl: string
  siteName: string
  /** printed while demo data are loaded */
  notice: string | null
  letterhead: Letterhead
}

/** The longest signed text that is checked by its words; a longer file is known by its hash alone. */
export const checkedKilobytes = 2048
