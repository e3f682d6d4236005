import { createElement } from 'react'
import { describe, expect, test } from 'vitest'
import { Field } from '#app/ui/field.tsx'
import { PersonName } from '#app/ui/person-name.tsx'
import { ErrorPage } from '#app/ui/shell/error-page.tsx'
import { Table } from '#app/ui/table.tsx'
import { defaultSettings } from '#content/settings.ts'
import { pages } from '#test/support/gallery/pages.tsx'
import { printed } from '#test/support/gallery/printed.tsx'

const values = (html: string, attribute: string) =>
  [...html.matchAll(new RegExp(` ${attribute}="([^"]*)"`, 'g'))].map(([, value = '']) => value)

describe.each(Object.entries(pages))('the page «%s» of the gallery', (_, Shown) => {
  const html = printed(Shown)
  const ids = values(html, 'id')

  test('uses each id once', () => expect(ids.filter((id, at) => ids.indexOf(id) !== at)).toEqual([]))

  test('has a control behind every label, and words behind every description', () => {
    const named = ['for', 'aria-describedby', 'aria-labelledby'].flatMap((attribute) =>
      values(html, attribute),
    )
    expect(named.flatMap((list) => list.split(' ')).filter((id) => !ids.includes(id))).toEqual([])
  })

  test('has one main heading', () => expect(html.match(/<h1[ >]/g)).toHaveLength(1))
})

describe('without JavaScript', () => {
  const html = printed(pages.forms ?? (() => null))

  test('a question over the page is a link to a page of its own', () => {
    expect(html).not.toContain('<dialog')
    expect(html).toMatch(/<a [^>]*href="\/removal"[^>]*>Удалить</)
  })

  test('the typed value stands in the field that was refused, beside its error', () => {
    expect(html).toMatch(
      /<input(?=[^>]* value="institut@")(?=[^>]* aria-invalid="true")[^>]* aria-describedby="f-email-hint f-email-error"/,
    )
  })

  test('reading settings are sent as a form that knows its way back', () => {
    expect(html).toContain('<form method="post" action="/settings"')
    expect(html).toContain('name="next" value="/experts?q=%3C%22"')
    expect(html).toContain('<form action="/search"')
  })
})

describe('a hostile word', () => {
  const evil = '"><script>alert(1)</script>'

  test('stays a word in fields, tables and names', () => {
    const html = printed(() => [
      createElement(Field, { key: 1, name: 'x', label: evil, defaultValue: evil, error: evil, hint: evil }),
      createElement(PersonName, { key: 2, name: evil }),
      createElement(Table<string>, {
        key: 3,
        caption: evil,
        rows: [evil],
        rowKey: String,
        columns: [{ label: evil, cell: (row) => row }],
      }),
    ])
    expect(html).not.toContain('<script>')
    expect(html.split('&lt;script&gt;').length - 1).toBeGreaterThanOrEqual(7)
  })
})

describe('a person', () => {
  const shown = (name: string | null) => printed(() => createElement(PersonName, { name }))
  test('keeps initials with the surname', () => {
    expect(shown('Ордынцева К. Л.')).toContain('Ордынцева\u00a0К.\u00a0Л.')
    expect(shown('М. Озеркова')).toContain('М.\u00a0Озеркова')
  })
  test('whose name may not be shown is not an empty place', () =>
    expect(shown(null)).toContain('данные скрыты'))
})

describe('an error page', () => {
  const shown = (props: Parameters<typeof ErrorPage>[0]) => printed(() => createElement(ErrorPage, props))
  test.each([
    [404, 'Страница не найдена'],
    [410, 'Запись снята с публикации'],
    [403, 'Нет доступа'],
    [500, 'Не получилось открыть страницу'],
    [503, 'Не получилось открыть страницу'],
    [418, 'Не получилось'],
  ])('%d says %s and leads home', (status, title) => {
    const html = shown({ status })
    expect(html).toContain(`>${title}<`)
    expect(html).toMatch(/href="\/"[^>]*>На главную/)
  })
  test('offers to sign in only to those who are not', () => {
    expect(shown({ status: 403, path: '/desk' })).toContain('/signin?next=%2Fdesk')
    expect(shown({ status: 403, path: '/desk', signedIn: true })).not.toContain('/signin')
  })
})

test('the version for weak sight offers its settings and the way back on every page', () => {
  const html = printed(pages.missing ?? (() => null), {
    ...defaultSettings,
    sight: { ...defaultSettings.sight, on: true },
  })
  expect(html).toContain('Обычная версия')
  expect(html).toMatch(/<input(?=[^>]* name="size")(?=[^>]* value="150")[^>]* checked=""/)
})
