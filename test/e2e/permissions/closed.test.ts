/**
 * The forbidden-field contract: no closed field leaves to a role without the right to it, by any way out.
 *
 * Files, the open interface, search, feeds, machine forms and letters are asked here by each of the roles; the pages of
 * the oracle are looked through by matrix.test.ts with the same marks.
 */
import { describe } from 'vitest'
import { leaksIn, type Numbers, plantMarks, wordsOf } from '#test/support/closed-markers.ts'
import { accounts } from '#test/support/matrix.ts'
import { expect, type Site, test } from '#test/support/site.ts'

const roles = ['guest', ...accounts]

let planted: Promise<Numbers> | undefined
const numbersOf = (site: Site) => {
  planted ??= plantMarks(site.owner)
  return planted
}

const ways = ({ expert, chair, imported, candidate, hidden }: Numbers) => [
  ...[expert, chair, imported, candidate, hidden].map((number) => `/experts/${number}`),
  ...[
    `/experts?q=${hidden}`,
    '/experts?q=Зъымаркерова',
    `/embed/experts?q=${hidden}`,
    '/embed/experts?q=Зъымаркерова',
    '/search?q=Зъымаркерова',
    '/search?q=zq-closed',
  ],
  ...[`/experts.csv?q=${expert}`, `/experts.csv?q=${hidden}`, `/experts.xlsx?q=${imported}`],
  `/experts.passport.json?q=${hidden}`,
  ...[expert, imported, hidden].map((number) => `/api/v1/experts/${number}`),
  ...[`/api/v1/experts?q=${hidden}`, `/api/v1/experts?q=${imported}`, '/api/v1/experts?q=Зъымаркерова'],
  ...['/feeds/drafts.atom', '/feeds/drafts/concept.atom', '/sitemap.xml', '/opendata'],
  ...['/cabinet', '/cabinet/profile', '/cabinet/access', '/cabinet/consents', '/desk/closed'],
  ...[expert, hidden].flatMap((number) => [`/desk/closed/people/${number}`, `/desk/closed?q=${number}`]),
  ...['/admin/log?kind=closed', '/admin/log.csv?kind=closed', '/admin/log.xlsx?kind=closed'],
  ...[`/admin/grants?q=${imported}`, '/admin/outbox', '/desk/expiring', '/desk/grounds'],
]

describe('O-3', () => {
  test('no way out tells a closed field to a role without the right', async ({ site }) => {
    const numbers = await numbersOf(site)
    const [leaks, answered]: [string[], string[]] = [[], []]
    for (const role of roles) {
      // one address asks for all: the limits of downloads are not what is tested here
      await site.owner.sql`delete from rate_limits`
      const headers: HeadersInit = role === 'guest' ? {} : { Cookie: await site.cookieOf(role) }
      await Promise.all(
        ways(numbers).map(async (path) => {
          const answer = await fetch(site.url + path, { headers, redirect: 'manual' })
          const text = await wordsOf(answer)
          if (answer.status >= 500 || answer.status === 429) leaks.push(`${role} ${path}: ${answer.status}`)
          if (answer.status === 200) answered.push(`${role} ${path}`)
          leaks.push(...leaksIn(text, role).map((mark) => `${role} ${path}: ${mark}`))
        }),
      )
    }
    expect(leaks).toEqual([])
    // whoever is asked nothing tells nothing: most of it must have been answered
    expect(answered.length).toBeGreaterThan(roles.length * 20)
    // the marks are seen where they may be
    const own = await fetch(`${site.url}/cabinet/profile`, {
      headers: { Cookie: await site.cookieOf('expert') },
    })
    expect(leaksIn(await own.text(), 'guest')).toEqual(['expert.email', 'expert.phone'])
  })

  test('a municipal user gets no closed field, by a page or by its form; the operator does, and it is in the log', async ({
    site,
  }) => {
    const { imported } = await numbersOf(site)
    const look = async (role: string) => {
      const body = new URLSearchParams({
        fields: 'phone',
        reasonCode: 'contact',
        reason: 'Проверка договора',
      })
      const headers = { Accept: 'text/html', Origin: site.url, Cookie: await site.cookieOf(role) }
      const init = { method: 'POST', headers, body, redirect: 'manual' as const }
      return fetch(`${site.url}/desk/closed/people/${imported}`, init)
    }
    for (const role of accounts.filter((one) => one !== 'operator')) {
      const answer = await look(role)
      expect([role, answer.status, leaksIn(await answer.text(), 'guest')]).toEqual([role, 403, []])
    }
    const told = await look('operator')
    expect(told.headers.get('cache-control')).toMatch(/no-store/)
    // what was asked, and nothing beside it
    expect(leaksIn(await told.text(), 'guest')).toEqual(['imported.phone'])
    const [entry] = await site.owner.sql`select l.facts from log_entries l join people p on p.id = l.object_id
      where l.kind = 'closed.read' and p.number = ${imported} order by l.id desc limit 1`
    expect(entry?.facts).toMatchObject({ reason: 'contact', fields: ['phone'] })
  })

  test('neither letters nor the log hold a mark', async ({ site }) => {
    await numbersOf(site)
    const mails = await site.owner.sql`select address, subject, body, html from closed.mails`
    expect(mails.flatMap((mail) => leaksIn(JSON.stringify({ ...mail, address: '' }), 'guest'))).toEqual([])
    const entries = await site.owner.sql`select facts from log_entries`
    expect(leaksIn(JSON.stringify(entries), 'guest')).toEqual([])
  })
})

test('a withdrawn consent hides at once: kept pages, files, the open interface, search, machine form, feeds', async ({
  site,
}) => {
  const { expert } = await numbersOf(site)
  const name = 'Ордынцева'
  const told = [`/experts/${expert}`, `/experts.csv?q=${expert}`, `/api/v1/experts/${expert}`]
  const found = [`/search?q=${name}`, `/experts?q=${name}`]
  const files = [`/experts.xlsx?q=${expert}`, '/feeds/drafts/concept.atom']
  const has = async (path: string, words: string) =>
    (await wordsOf(await fetch(site.url + path))).includes(words)
  // a search repeats the words that were typed, so there the way to the card is looked for
  const seen = () =>
    Promise.all([
      ...[...told, ...files].map((path) => has(path, name)),
      ...found.map((path) => has(path, `/experts/${expert}"`)),
    ])
  expect((await seen()).filter(Boolean).length).toBeGreaterThanOrEqual(5)
  const headers = { Accept: 'text/html', Origin: site.url, Cookie: await site.cookieOf('expert') }
  const sent = { method: 'POST', headers, redirect: 'manual' as const }
  expect((await fetch(`${site.url}/cabinet/consents/withdrawal`, sent)).status).toBe(302)
  expect(await seen()).toEqual([false, false, false, false, false, false, false])
  const card = await (await fetch(`${site.url}/experts/${expert}`)).text()
  expect(card).not.toContain('application/ld+json')
})

test('a field taken out of the consent is hidden by every way out, and the name stays', async ({ site }) => {
  const { chair } = await numbersOf(site)
  const [person] = await site.owner.sql<{ id: string; family: string; post: string; place: string }[]>`
    select p.id, p.family_name as family, e.post, o.short_name as place from people p
    join employments e on e.person_id = p.id and e.during @> current_date join organisations o on o.id = e.organisation_id
    where p.number = ${chair}`
  const { id = '', family = '' } = person ?? {}
  // words that stand nowhere else
  await site.owner
    .sql`update employments set post = 'зяаблик-должность' where person_id = ${id} and during @> current_date`
  await site.owner
    .sql`insert into engagements (id, person_id, kind, object_kind, object_id, title, role, during, outcome, in_registry, recorded_at)
    values (gen_random_uuid(), ${id}, 'practice', 'practice', gen_random_uuid(), 'зяаблик-работа', 'author', '[2024-01-01,2024-02-01)', 'finished', true, now() - interval '1 day')`
  const ways = [
    ...[`/experts/${chair}`, `/experts?q=${chair}`, `/experts.csv?q=${chair}`, `/experts.xlsx?q=${chair}`],
    ...[`/api/v1/experts/${chair}`, `/api/v1/experts?q=${chair}`, `/search?q=${family}`],
    ...[`/feeds/drafts.atom`, `/experts/${chair}?lang=en`, `/experts/${chair}.data`],
  ]
  const told = async () => {
    await site.owner.sql`delete from rate_limits`
    const texts = await Promise.all(ways.map(async (path) => wordsOf(await fetch(site.url + path))))
    const card = texts[0] ?? ''
    const machine = /<script type="application\/ld\+json"[^>]*>(.*?)<\/script>/s.exec(card)?.[1] ?? ''
    const has = (word: string) => texts.filter((text) => text.includes(word)).length
    return {
      ...{ name: has(family), post: has('зяаблик-должность'), works: has('зяаблик-работа') },
      ...{ machine: machine.includes(family), machinePost: machine.includes('зяаблик-должность') },
    }
  }
  const choose = async (...fields: string[]) => {
    const headers = { Accept: 'text/html', Origin: site.url, Cookie: await site.cookieOf('chair') }
    const body = new URLSearchParams(fields.map((field) => ['fields', field]))
    const answer = await fetch(`${site.url}/cabinet/consents`, {
      ...{ method: 'POST', headers, body, redirect: 'manual' },
    })
    expect(answer.status).toBe(302)
  }
  const all = await told()
  expect(all).toMatchObject({ machine: true, machinePost: true })
  expect(Math.min(all.name - 5, all.post - 3, all.works - 1)).toBeGreaterThanOrEqual(1)
  await choose('name', 'work')
  expect(await told()).toEqual({ ...all, works: 0 })
  await choose('name')
  expect(await told()).toEqual({ ...all, works: 0, post: 0, machinePost: false })
  await choose('name', 'work', 'engagements')
  expect(await told()).toEqual(all)
})
