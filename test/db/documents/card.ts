import { uuidv7 } from 'uuidv7'
import type { createDocument } from '#app/domain/documents/registering.server.ts'

/** A card as its keeper types it, under a code of its own. */
export const card = (values: Partial<Parameters<typeof createDocument>[1]> = {}) => ({
  code: `order-${uuidv7()}`,
  kind: 'order',
  tier: 'regional',
  issuer: 'Вымышленное ведомство',
  number: '01/15',
  day: '2025-04-01',
  title: 'О порядке обсуждения',
  firstDay: '2025-04-01',
  ...values,
})
