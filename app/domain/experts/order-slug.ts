/** The public address of an order: issuer, day and number in letters that an address can hold. Never changes. */
import { latinOf } from '#app/domain/latin.ts'

/** `ministry-2026-07-17-01-demo-45`; two numbers that read the same differ by what their signs are spelt as. */
export function orderSlug(issuer: string, day: string, number: string): string {
  const word = latinOf(number)
    .replaceAll('/', '-s-')
    .replace(/[^a-z0-9]/gu, '-')
  return [issuer, day, word].join('-').replace(/-+/g, '-').replace(/-$/, '')
}
