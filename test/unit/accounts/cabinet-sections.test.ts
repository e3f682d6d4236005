import { readdirSync } from 'node:fs'
import { expect, test } from 'vitest'
import { groups, hrefOf, pageAt, sectionsFor } from '#app/routes/cabinet/sections.ts'

const all = Object.values(groups).flat()

test('every page of the cabinet that stands for itself is in one group, and each link leads to a page', () => {
  const folders = readdirSync('app/routes').flatMap((name) => /^cabinet\.([a-z]+)$/.exec(name)?.[1] ?? [])
  // steps that a page of theirs leads to
  const steps = ['closing', 'confirmation', 'erasure']
  expect([...all].sort()).toEqual(['main', ...folders.filter((name) => !steps.includes(name))].sort())
  expect(new Set(all).size).toBe(all.length)
})

test('a page below another one belongs to it, and what somebody has not is left out with no empty group', () => {
  for (const page of all) expect(pageAt(hrefOf(page))).toBe(page)
  expect(pageAt('/cabinet/invitations/7/refusal')).toBe('invitations')
  expect(['/cabinet/erasure', '/cabinet/closing'].map(pageAt)).toEqual(['consents', 'consents'])
  const sections = sectionsFor(['invitations', 'moderation'])
  expect(sections.map(({ pages }) => pages.length)).not.toContain(0)
  expect(sections.flatMap(({ pages }) => pages)).not.toContain('invitations')
})
