import { expect, test } from 'vitest'
import { breakFile, removeFile } from './breaking.ts'

test('an unknown value names file, line and the values that are allowed', () => {
  const { message, line } = breakFile('directions.yaml', 'tier: municipal', 'tier: galactic')
  expect(message).toBe(
    `content/directions.yaml:${line}: expected one of regional|municipal in tier, got "galactic"`,
  )
})

test('an unknown key is refused at its own line', () => {
  const { message, line } = breakFile(
    'organisations.yaml',
    '    shortName: ГБУ ДПО ЧИРПО',
    '    nickname: ЧИРПО\n    shortName: ГБУ ДПО ЧИРПО',
  )
  expect(message).toBe(`content/organisations.yaml:${line}: expected only known keys, got "nickname"`)
})

test('a missing key is reported at the entry that lacks it', () => {
  const { message, line } = breakFile(
    'documents.yaml',
    '    number: "02/1765"\n',
    '',
    '  - code: order-2023-1765',
  )
  expect(message).toMatch(/^content\/documents\.yaml:\d+: expected string in number, got nothing$/)
  expect(message).not.toContain(`:${line + 40}:`)
})

test('a wrong type, a bad day and a bad code are told apart', () => {
  expect(breakFile('settings.yaml', 'registry: 25', 'registry: many').message).toMatch(
    /settings\.yaml:\d+: expected (int|number) in registry, got "many"$/,
  )
  const day = breakFile('documents.yaml', 'date: 2023-07-17', 'date: 2023-02-30')
  expect(day.message).toBe(`content/documents.yaml:${day.line}: expected date in date, got "2023-02-30"`)
  const code = breakFile('tiers.yaml', 'code: federal', 'code: Federal')
  expect(code.message).toBe(
    `content/tiers.yaml:${code.line}: expected one of federal|regional|municipal|institutional in code, got "Federal"`,
  )
})

test('broken YAML is one line with its place', () => {
  const { message } = breakFile('bands.yaml', 'bands:', 'bands: [')
  expect(message).toMatch(/^content\/bands\.yaml:\d+: expected well-formed YAML: .+$/)
  expect(message).not.toContain('\n')
})

test('a key written twice is refused', () => {
  const { message, line } = breakFile(
    'instance.yaml',
    'language: ru',
    'language: en\nlanguage: ru',
    'language: ru',
  )
  expect(message).toBe(`content/instance.yaml:${line}: expected well-formed YAML: Map keys must be unique`)
})

test('a duplicate code is refused at its second place', () => {
  const { message, line } = breakFile('municipalities.yaml', 'code: miass,', 'code: kopeysk,')
  expect(message).toBe(`content/municipalities.yaml:${line}: expected a code used once, got "kopeysk" again`)
})

test.each([
  ['directions.yaml', 'replacedBy: [gia]', 'replacedBy: [gio]', 'a direction of the next list', 'gio'],
  ['directions.yaml', 'group: vpr-riko', 'group: vpr', 'a group of directions', 'vpr'],
  ['organisations.yaml', 'parent: minprosveshcheniya', 'parent: nobody', 'an organisation', 'nobody'],
  ['organisations.yaml', 'organisation: rtsokio', 'organisation: gone', 'an organisation', 'gone'],
  ['roles.yaml', '      audit.read: all', '      audit.burn: all', 'a capability', 'audit.burn'],
  ['documents.yaml', 'supersedes: [order-2021-3050]', 'supersedes: [order-1917]', 'a document', 'order-1917'],
  ['documents.yaml', 'kind: order', 'kind: song', 'a kind of document', 'song'],
  ['instance.yaml', 'basis: order-2022-1399', 'basis: order-0', 'a document', 'order-0'],
  [
    'roadmap.yaml',
    'coExecutors: [ccopmkp, chiro]',
    'coExecutors: [ccopmkp, nobody]',
    'an organisation',
    'nobody',
  ],
  ['glossary.yaml', 'direction: gia', 'direction: gio', 'a direction', 'gio'],
  ['pages/help-expert.md', 'role: expert', 'role: wizard', 'a role', 'wizard'],
  ['drafts/concept.md', 'developer: chiro', 'developer: nobody', 'an organisation', 'nobody'],
])('%s: a dangling reference %s → %s is refused', (file, from, to, what, got) => {
  const { message, line } = breakFile(file, from, to)
  expect(message).toBe(`content/${file}:${line}: expected the code of ${what}, got "${got}"`)
})

test('bands must meet without gap or overlap', () => {
  const { message, line } = breakFile('bands.yaml', 'below: 60', 'below: 59')
  expect(message).toBe(`content/bands.yaml:${line}: expected below to be 60, where the next band begins`)
})

test('a page without a head, or with a fault in it, names its line', () => {
  expect(breakFile('pages/about.md', '---\ntitle', 'title').message).toBe(
    'content/pages/about.md:1: expected a head between two lines of ---',
  )
  const { message, line } = breakFile('pages/rules.md', 'order: 2', 'order: second')
  expect(message).toMatch(
    new RegExp(`^content/pages/rules\\.md:${line}: expected (int|number) in order, got "second"$`),
  )
})

test('two pages of one address are refused', () => {
  expect(breakFile('pages/rules.md', 'slug: rules', 'slug: privacy').message).toBe(
    'content/pages/rules.md:3: expected a slug used once, got "privacy", as in content/pages/privacy.md',
  )
})

test('a missing file or folder is named', () => {
  expect(removeFile('roles.yaml')).toBe('content/roles.yaml:1: expected a readable file, found none')
  expect(removeFile('pages')).toBe('content/pages:1: expected a folder of Markdown files, found none')
})

test('terms of stages and days of calendars are checked against each other', () => {
  const long = breakFile('processes.yaml', 'days: 21, min: 5, max: 60', 'days: 61, min: 5, max: 60')
  expect(long.message).toBe(`content/processes.yaml:${long.line}: expected days from 5 to 60, got "61"`)
  const basis = breakFile('processes.yaml', 'document: order-2023-1765', 'document: order-1999-1')
  expect(basis.message).toMatch(/processes\.yaml:\d+: expected the code of a document, got "order-1999-1"$/)
  const weekend = breakFile('calendars/2026.yaml', '2026-02-23, ', '2026-02-22, ')
  expect(weekend.message).toBe(
    `content/calendars/2026.yaml:${weekend.line}: expected a day from Monday to Friday of 2026, named once, got "2026-02-22"`,
  )
  const count = breakFile('calendars/2026.yaml', '2026-02-23, ', '')
  expect(count.message).toMatch(/2026\.yaml:\d+: expected 248, what the days of the file give, got "247"$/)
  expect(breakFile('calendars/2027.yaml', 'year: 2027', 'year: 2026').message).toMatch(
    /2027\.yaml:\d+: expected one file a year, got "2026" again$/,
  )
})
