/**
 * The fields of a paper: read from a form, completed with cases, turned into the words of its DOCX. Pure.
 *
 * A field made from another follows its source until somebody edits it: while it still holds what was suggested, a
 * changed name brings its new case; once edited, it is the author's and stays.
 */
import { printedPost } from '#app/domain/accounts/standing-in.ts'
import { Problem } from '#app/domain/problem.ts'
import type { TemplateField } from '#content/types.ts'
import { nameInCase, postInCase, shortNameInCase, signedPost } from './cases.ts'
import type { Words } from './filling.server.ts'

export type Row = Record<string, string>
export type FieldValue = string | boolean | Row[]
export type Fields = Record<string, FieldValue>

export interface FieldLimits {
  line: number
  text: number
  rows: number
}

/** What a form sent, as fields; unknown names are dropped. Problems name their field as `fields.<name>`. */
export function readFields(
  fields: readonly TemplateField[],
  sent: Record<string, unknown>,
  limits: FieldLimits,
): Fields {
  const read: Fields = {}
  for (const field of fields) {
    if (field.given === 'number' || field.given === 'day') continue
    const value = Object.hasOwn(sent, field.name) ? sent[field.name] : undefined
    read[field.name] = readField(field, value, limits)
  }
  return read
}

function readField(field: TemplateField, value: unknown, limits: FieldLimits): FieldValue {
  const at = `fields.${field.name}`
  if (field.kind === 'flag') return value === true || value === 'on'
  if (field.kind === 'rows') return readRows(field, value, limits, at)
  const text = typeof value === 'string' ? value.replaceAll('\r\n', '\n').trim() : ''
  if (text.length > (field.kind === 'text' ? limits.text : limits.line)) throw new Problem('too-long', {}, at)
  if (field.kind === 'day' && text !== '' && !isDay(text)) throw new Problem('day', {}, at)
  return field.kind === 'text' ? text : text.replace(/\s+/g, ' ')
}

function readRows(field: TemplateField, value: unknown, limits: FieldLimits, at: string): Row[] {
  if (!Array.isArray(value)) return []
  if (value.length > limits.rows) throw new Problem('too-long', {}, at)
  const rows = value.map((sent: unknown) => {
    const columns = (field.columns ?? []).map(({ name }) => {
      const cell =
        sent !== null && typeof sent === 'object' && Object.hasOwn(sent, name) ? Reflect.get(sent, name) : ''
      if (typeof cell === 'string' && cell.length > limits.line) throw new Problem('too-long', {}, at)
      return [name, typeof cell === 'string' ? cell.trim() : '']
    })
    return Object.fromEntries(columns) as Row
  })
  return rows.filter((row) => Object.values(row).some((cell) => cell !== ''))
}

/** The fields with those made from others filled in; `before` is what was saved last. */
export function suggestFields(fields: readonly TemplateField[], typed: Fields, before: Fields = {}): Fields {
  const suggested: Fields = { ...typed }
  for (const field of fields) {
    if (!field.from) continue
    const now = textOf(typed[field.name])
    const untouched = now === '' || now === suggestionOf(field, before)
    if (untouched) suggested[field.name] = suggestionOf(field, suggested)
  }
  return suggested
}

function suggestionOf({ from }: TemplateField, fields: Fields): string {
  const source = from ? textOf(fields[from.field]) : ''
  if (!from || source === '') return ''
  const text = inForm(from, source, fields.acting === true)
  return from.capital ? text.charAt(0).toUpperCase() + text.slice(1) : text
}

function inForm(from: NonNullable<TemplateField['from']>, source: string, acting: boolean): string {
  if (from.as === 'name') return nameInCase(source, from.case)
  if (from.as === 'post') return postInCase(source, from.case)
  if (from.as === 'signature') return shortNameInCase(source, from.case)
  return printedPost(signedPost(source), acting)
}

/** Required fields that are still empty, in the order of the form; one made from an empty field is not told twice. */
export function emptyFields(fields: readonly TemplateField[], values: Fields): TemplateField[] {
  return fields.filter(({ name, required, given, kind, from }) => {
    if (from && textOf(values[from.field]) === '') return false
    if (!required || given === 'number' || given === 'day' || kind === 'flag') return false
    const value = values[name]
    return Array.isArray(value) ? value.length === 0 : textOf(value) === ''
  })
}

/** The words of the DOCX under their names in braces; days in Russian words, rows numbered where nobody numbered them. */
export function wordsOf(
  fields: readonly TemplateField[],
  values: Fields,
  outgoing: { number?: string; day?: string } = {},
): Words {
  const words: Record<string, Words[string]> = {}
  for (const field of fields) {
    const value =
      field.given === 'number' ? outgoing.number : field.given === 'day' ? outgoing.day : values[field.name]
    words[field.word] = wordOf(field, value)
  }
  return words
}

function wordOf(field: TemplateField, value: FieldValue | undefined): Words[string] {
  if (field.kind === 'flag') return value === true
  if (field.kind === 'rows') {
    const rows = Array.isArray(value) ? value : []
    return rows.map((row, at) =>
      Object.fromEntries(
        (field.columns ?? []).map(({ name, word }) => [
          word,
          row[name] || (name === 'number' ? String(at + 1) : ''),
        ]),
      ),
    )
  }
  const text = textOf(value)
  return field.kind === 'day' && isDay(text) ? longDay(text) : text
}

/** «12 марта 2026 года»: without a dot, so that a sentence may end with it. */
export function longDay(day: string): string {
  const months = 'января февраля марта апреля мая июня июля августа сентября октября ноября декабря'.split(
    ' ',
  )
  const [year, month, date] = day.split('-').map(Number)
  return `${date}\u00a0${months[(month ?? 1) - 1]} ${year}\u00a0года`
}

/** A day that the calendar has, YYYY-MM-DD. */
export function isDay(text: string): boolean {
  if (!/^(19|2[01])\d{2}-\d{2}-\d{2}$/.test(text)) return false
  const moment = new Date(`${text}T00:00:00Z`)
  return !Number.isNaN(moment.getTime()) && moment.toISOString().startsWith(text)
}

function textOf(value: FieldValue | undefined): string {
  return typeof value === 'string' ? value : ''
}
