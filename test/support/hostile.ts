/**
 * A database whose people are malicious: every text that somebody may have typed turns into one that tries to be markup,
 * a script, a formula, a turned direction of writing and a word without end.
 */
import PizZip from 'pizzip'
import type { Page } from 'playwright-core'
import type postgres from 'postgres'

/** What every text begins and ends with, the boldest that its column takes. */
const forms = [
  [
    '=1+HYPERLINK("https://evil.example","x");',
    `</textarea></script>"'><script>hostile()</script><img src=x onerror=hostile()><svg onload=hostile()>]]>-->{{7*7}}\u202e${'Ж'.repeat(240)}`,
  ],
  ['=1+1;', `"'><script>hostile()</script><img src=x onerror=hostile()>\u202e`],
  ['', `"><img src=x onerror=hostile()>`],
  ['', '<b>'],
] as const

/** The log is sealed by hashes, templates are files of the site's own, words of a letter are asked for by nobody here. */
const spared = /^(log_|mails$|seals)/

interface Column {
  table_name: string
  column_name: string
  data_type: string
}

/**
 * Spoils every text column and every text inside JSON that holds a Russian letter; `sql` is a superuser's, so that
 * neither triggers nor the ledger's guards are in the way. Resolves with the columns that took none of the forms.
 */
export async function makeHostile(sql: postgres.Sql): Promise<string[]> {
  await sql`set session_replication_role = replica`
  const columns = await sql<Column[]>`
    select c.table_name, c.column_name, c.data_type from information_schema.columns c
    join information_schema.tables t using (table_schema, table_name)
    where c.table_schema = 'public' and t.table_type = 'BASE TABLE' and c.is_generated = 'NEVER'
      and c.data_type in ('text', 'character varying', 'jsonb')`
  const refused: string[] = []
  for (const column of columns) {
    if (spared.test(column.table_name)) continue
    if (!(await spoil(sql, column))) refused.push(`${column.table_name}.${column.column_name}`)
  }
  return refused
}

async function spoil(sql: postgres.Sql, { table_name, column_name, data_type }: Column): Promise<boolean> {
  const [table, column] = [sql(table_name), sql(column_name)]
  for (const [before, after] of forms) {
    const tried =
      data_type === 'jsonb'
        ? spoilJson(sql, table_name, column_name, (text) => before + text + after)
        : sql`update ${table} set ${column} = ${before} || ${column} || ${after} where ${column} ~ '[а-яё]'`
    const failure = await tried.then(
      () => null,
      (error: Error) => error,
    )
    if (!failure) return true
  }
  return false
}

async function spoilJson(sql: postgres.Sql, table: string, column: string, change: (text: string) => string) {
  const rows = await sql<{ at: string; value: unknown }[]>`
    select ctid::text as at, ${sql(column)} as value from ${sql(table)} where ${sql(column)}::text ~ '[а-яё]'`
  for (const { at, value } of rows)
    await sql`update ${sql(table)} set ${sql(column)} = ${sql.json(deep(value, change) as postgres.JSONValue)}
      where ctid = ${at}::tid`
}

function deep(value: unknown, change: (text: string) => string): unknown {
  if (typeof value === 'string') return /[а-яё]/.test(value) ? change(value) : value
  if (Array.isArray(value)) return value.map((one) => deep(one, change))
  if (value === null || typeof value !== 'object') return value
  return Object.fromEntries(Object.entries(value).map(([key, one]) => [key, deep(one, change)]))
}

/** What of the hostile texts came to life on the page as it stands, and how far it is wider than a phone of 320 px. */
export function alive(page: Page): Promise<string[]> {
  return page.evaluate(() => {
    const found = [...document.querySelectorAll('*')]
      .filter((element) => [...element.attributes].some(({ name }) => name.startsWith('on')))
      .map((element) => element.outerHTML.slice(0, 120))
    for (const script of document.querySelectorAll('script'))
      if (/^\s*hostile/.test(script.textContent ?? '')) found.push('a script of the text')
    return found
  })
}

/** What is wrong with a file made of hostile texts: XML that is not well-formed, live formulas, lines of another's making. */
export async function faultsOf(page: Page, bytes: Uint8Array, type: string): Promise<string[]> {
  if (type.includes('officedocument')) {
    const parts = Object.values(new PizZip(bytes).files).filter(({ name }) => /\.(xml|rels)$/.test(name))
    const faults = await Promise.all(parts.map((part) => xmlFaults(page, part.name, part.asText())))
    return faults.flat()
  }
  const text = new TextDecoder().decode(bytes)
  if (/xml/.test(type)) return xmlFaults(page, 'the file', text)
  if (/json/.test(type)) return JSON.parse(text) === undefined ? ['no JSON'] : []
  if (/csv/.test(type)) return /(^|[,;\n]"?)[=+@-]\s*1\+/.test(text) ? ['a cell that is a formula'] : []
  if (/calendar/.test(type))
    return text.split('\r\n').every((line) => line === '' || /^[ A-Z]/.test(line))
      ? []
      : ['a line of no property']
  return []
}

async function xmlFaults(page: Page, name: string, xml: string): Promise<string[]> {
  const broken = await page.evaluate(
    (text) =>
      new DOMParser().parseFromString(text, 'application/xml').querySelector('parsererror')?.textContent,
    xml,
  )
  const faults = broken ? [`${name}: ${broken.slice(0, 200)}`] : []
  if (/<f[ >]/.test(xml) && name.includes('sheet')) faults.push(`${name}: a formula`)
  if (/TargetMode="External"[^>]*evil|evil[^>]*TargetMode="External"/.test(xml))
    faults.push(`${name}: a foreign link`)
  return faults
}
