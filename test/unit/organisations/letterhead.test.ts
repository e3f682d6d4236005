import { expect, test } from 'vitest'
import { OrganisationForm } from '#app/domain/organisations/forms.ts'
import { letterheadOf, siteAddress } from '#app/domain/organisations/letterhead.ts'

const none = { address: '', phone: '', email: '', site: '' }
const instance = { address: 'пр. Ленина, 1', phone: '', email: 'all@test.example', site: 'https://rses.test' }

test('the own contacts, or those of the instance whole: one address never stands beside the phone of another', () => {
  expect(letterheadOf({ name: 'Школа', ...none }, instance)).toEqual({
    ...{ name: 'Школа', address: 'пр. Ленина, 1', contacts: 'all@test.example, rses.test' },
  })
  expect(letterheadOf({ name: 'Школа', ...none, phone: '8 351 000' }, instance)).toEqual({
    ...{ name: 'Школа', address: '', contacts: 'тел. 8 351 000' },
  })
  expect(letterheadOf({ name: 'Школа', ...none })).toEqual({ name: 'Школа', address: '', contacts: '' })
})

test('a site is a name, not a script; it leads to https when nothing is said', () => {
  const card = { name: 'Школа', shortName: 'Школа', type: 'school', tier: 'institutional' }
  const taken = (site: string) => OrganisationForm.safeParse({ ...card, site }).success
  expect(['', 'школа1.рф', 'https://s.test/a?b=1', 'sub.s-1.test:8080/'].map(taken)).not.toContain(false)
  expect(
    ['javascript:alert(1)', 'школа', 'http://', 'a b.ru', 'ftp://s.test', '-s.test'].map(taken),
  ).not.toContain(true)
  expect(siteAddress({ site: 'школа1.рф' })).toBe('https://школа1.рф')
  expect(siteAddress({ site: 'http://s.test' })).toBe('http://s.test')
  expect(siteAddress({ site: '' })).toBeNull()
})
