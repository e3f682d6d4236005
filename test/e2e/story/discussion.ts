/** The draft is published, its discussion opened, and three people write into its text. */
import { readFileSync } from 'node:fs'
import type { Page } from 'playwright-core'
import { expect } from 'vitest'
import { docFromMarkdown } from '#app/domain/reviews/texts/importing.ts'
import { versionDocx } from '#app/domain/reviews/word/document.ts'
import { type Cast, day, send, visit } from './people.ts'

const title = 'Концепция экспертного сообщества: проверка пути'

/** The text of the Concept, without its front matter. */
export const concept = readFileSync('content/drafts/concept.md', 'utf8').replace(/^---[\s\S]*?\n---\n/, '')

/** The Concept as an institute has it: a file of Word. */
const file = () =>
  versionDocx({
    ...{ versionId: 'v', title: 'Концепция', head: '', foot: '', author: 'Институт', lang: 'ru' },
    ...{ at: new Date(), doc: docFromMarkdown(concept).doc, comments: [], errata: new Map() },
    ...{ images: new Map(), address: (path: string) => path },
  }).bytes

/**
 * From a file of Word and a passport to an open discussion; returns the slug. What was recognised is seen before
 * anything is kept, and nobody else sees the draft before it is published.
 */
export async function publishDraft(institute: Page, guest: Page): Promise<string> {
  await visit(institute, '/drafts/new')
  const mimeType = 'application/vnd.openxmlformats-officedocument.wordprocessingml.document'
  await institute
    .locator('[name="file"]')
    .setInputFiles({ name: 'Концепция.docx', mimeType, buffer: Buffer.from(file()) })
  await send(
    institute,
    {
      title,
      ground: 'План работы института',
      explanatoryNote: 'Проверяем весь путь.',
      contact: 'кабинет 12',
    },
    'Проверить структуру',
  )
  await institute.getByRole('heading', { name: 'Что распознано' }).waitFor()
  await send(institute, {}, 'Создать проект')
  await institute.waitForURL('**/edit')
  const slug = /drafts\/([^/]+)\/edit/.exec(institute.url())?.[1] ?? ''
  expect(slug).not.toBe('')
  expect((await guest.goto(`/drafts/${slug}`))?.status()).toBe(404)
  await visit(institute, `/drafts/${slug}/publish`)
  await send(institute, { note: 'Первая редакция' }, 'Опубликовать')
  await visit(institute, `/drafts/${slug}/stages?process=public-discussion`)
  const stages = ['notice', 'discussion', 'processing', 'summary']
  const days = [
    [-2, -1],
    [0, 9],
    [10, 19],
    [20, 22],
  ]
  await send(
    institute,
    Object.fromEntries(
      stages.flatMap((_, at) => [
        [`stages[${at}].firstDay`, day(days[at]?.[0] ?? 0)],
        [`stages[${at}].lastDay`, day(days[at]?.[1] ?? 0)],
      ]),
    ),
    'Открыть обсуждение',
  )
  await visit(guest, `/drafts/${slug}`)
  await guest.getByText('абз. 1').first().waitFor()
  return slug
}

/** Two remarks on the same word, one of them a proposal without any script, and a question; returns the proposal's author. */
export async function discuss({ as, guest }: Cast, slug: string): Promise<Page> {
  const participant = await as('participant', { javaScriptEnabled: false })
  const link = await guest.locator('article a[href*="/remark?"]').nth(30).getAttribute('href')
  const place = link ?? ''
  await participant.goto(place)
  await send(
    participant,
    {
      kind: 'proposal',
      scope: 'phrase',
      fromWord: '2',
      toWord: '2',
      replacement: 'новое слово',
      body: 'Так точнее',
    },
    'Отправить',
  )
  const municipality = await as('municipality')
  await visit(municipality, place)
  await send(
    municipality,
    { kind: 'objection', scope: 'phrase', fromWord: '2', toWord: '2', body: 'Слово здесь важно' },
    'Отправить',
  )
  const school = await as('school')
  await visit(school, place)
  await send(school, { kind: 'question', scope: 'whole', body: 'Кого это касается?' }, 'Отправить')
  await visit(guest, `/drafts/${slug}/remarks/1`)
  await guest.getByText('новое слово').first().waitFor()
  return participant
}
