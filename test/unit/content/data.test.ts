import { expect, test } from 'vitest'
import { cookieNames } from '#app/web/request.server.ts'
import { content, forgetContent, loadContent } from '#content/load.ts'

const data = loadContent()

test('content() reads once for the process, until told to forget', () => {
  const first = content()
  expect(content()).toBe(first)
  forgetContent()
  expect(content()).not.toBe(first)
  expect(content()).toEqual(first)
})

test('the list of 2023 has ten regional and two municipal directions, that of 2021 ten and three', () => {
  const count = (code: string) => {
    const list = data.directionLists.find((list) => list.code === code)?.directions ?? []
    return [
      list.filter((d) => d.tier === 'regional').length,
      list.filter((d) => d.tier === 'municipal').length,
    ]
  }
  expect(count('2023')).toEqual([10, 2])
  expect(count('2021')).toEqual([10, 3])
})

test('directions of 2021 go on in 2023 as the inventory says', () => {
  const old = data.directionLists.find((list) => list.code === '2021')
  const next = (code: string) => old?.directions.find((d) => d.code === code)?.replacedBy
  expect(next('subject-competences')).toEqual(['competences'])
  expect(next('vpr-diagnostics')).toEqual(['vpr', 'vpr-riko-municipal'])
  expect(old?.directions.filter((d) => d.closed).map((d) => d.code)).toEqual([
    'niko',
    'objectivity-regional',
    'objectivity-municipal',
  ])
  expect(old?.to).toBe(data.directionLists.find((list) => list.code === '2023')?.from)
})

test('the registry groups the directions of 2023 into eleven', () => {
  const list = data.directionLists.find((list) => list.code === '2023')?.directions ?? []
  expect(new Set(list.map((d) => d.group ?? d.code)).size).toBe(11)
})

test('43 municipalities, 22 terms, 15 roadmap items, 16 + further kinds of documents', () => {
  expect(data.municipalities).toHaveLength(43)
  expect(data.glossary.terms).toHaveLength(22)
  expect(data.roadmap.stages.flatMap((s) => s.sections.flatMap((x) => x.items))).toHaveLength(15)
  expect(data.documentKinds.length).toBeGreaterThan(16)
})

test('spellings met in copies lead to one organisation each', () => {
  const named = (alias: string) =>
    data.organisations.filter((o) => [o.name, o.shortName, ...o.aliases].includes(alias)).map((o) => o.code)
  for (const alias of ['ЧЦОМПКП', 'ЧЦОМШКП', 'ЧДОПМКП']) expect(named(alias)).toEqual(['ccopmkp'])
  for (const alias of ['ЧИПКРО', 'ЧИПЖКО', 'ЧИПШКО']) expect(named(alias)).toEqual(['chippkro'])
  const all = data.organisations.flatMap((o) => o.aliases)
  expect(new Set(all).size).toBe(all.length)
})

test('bands cover 0 to 100 and the pass is more than 60', () => {
  expect(data.bands.map((b) => [b.from, b.below])).toEqual([
    [0, 30],
    [30, 60],
    [60, 90],
    [90, undefined],
  ])
  expect(data.instance.pass).toEqual({ percent: 60, strict: true })
})

test('closed data are read in full by the operator alone', () => {
  const readers = [...data.roles.roles, ...data.roles.derived].filter((r) => r.can['registry.read.closed'])
  expect(readers.map((r) => [r.code, r.can['registry.read.closed']])).toEqual([
    ['operator', 'all'],
    ['closed-reader', 'own'],
    ['expert', 'own'],
    ['applicant', 'own'],
  ])
  // M23: given for a term alone
  expect(data.roles.roles.find(({ code }) => code === 'closed-reader')?.termDays).toBeGreaterThan(0)
})

test('every capability is held by someone, and every kind of remark has its decisions', () => {
  const held = new Set([...data.roles.roles, ...data.roles.derived].flatMap((r) => Object.keys(r.can)))
  expect(data.roles.capabilities.map((c) => c.code).filter((code) => !held.has(code))).toEqual([])
  expect(data.remarks.kinds.find((k) => k.code === 'question')?.decisions).toContain('explained')
  const reasoned = data.remarks.decisions.filter((d) => d.reasonRequired).map((d) => d.code)
  expect(reasoned).toEqual(['partly', 'rejected', 'explained', 'offtopic'])
})

test('coordinator and operator are assigned without gap or overlap on the day of the new Concept', () => {
  const holders = (role: string, day: string) =>
    data.instance.assignments
      .filter((a) => a.role === role && a.from <= day && (!a.to || day < a.to))
      .map((a) => a.organisation)
  expect(holders('coordinator', '2023-07-16')).toEqual(['rtsokio'])
  expect(holders('coordinator', '2023-07-17')).toEqual(['chiro'])
  expect(holders('operator', '2023-07-17')).toEqual(['ccopmkp'])
})

test('each role has its manual, and the pages the footer needs are there', () => {
  const slugs = data.pages.filter((p) => p.language === 'ru').map((p) => p.slug)
  const roles = [...data.roles.roles.map((r) => r.code), 'guest', 'expert', 'chair']
  expect(slugs).toEqual(
    expect.arrayContaining([
      ...roles.map((r) => `help-${r}`),
      'about',
      'rules',
      'privacy',
      'contacts',
      'help',
    ]),
  )
})

test('the page on personal data names every cookie the site sets', () => {
  const page = data.pages.find(({ slug, language }) => slug === 'privacy' && language === 'ru')
  for (const name of Object.values(cookieNames)) expect(page?.body).toContain(`\`${name}\``)
})

test('the Concept comes in two versions, oldest first, and the whole of it is there', () => {
  const versions = data.drafts.filter((draft) => draft.slug === 'concept')
  expect(versions.map((draft) => draft.version)).toEqual([1, 2])
  for (const { body } of versions) {
    for (const part of [
      '## I. ',
      '## II. ',
      '## III. ',
      '## IV. ',
      '## V. ',
      '## VI. ',
      '### Приложение 6.4',
    ])
      expect(body).toContain(`\n${part}`)
    expect(body.match(/^\*\*Таблица \d\./gm)).toHaveLength(4)
    expect(body).not.toMatch(
      /ЧЦОМПКП|ЧЦОМШКП|ЧДОПМКП|ЭССОКО|РЭСКО|РЭСЭС|ЧИПКРО|ЧИПЖКО|ЧИПШКО|ресстр|ПРИКАЗЫВАЮ/,
    )
  }
  expect(data.drafts.filter((draft) => draft.slug !== 'concept')).toHaveLength(5)
})
