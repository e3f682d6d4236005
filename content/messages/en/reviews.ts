import type { reviews as source } from '#content/messages/ru/reviews.ts'
import type { Widen } from '#content/messages/widen.ts'

export const reviews: Widen<typeof source> = {}
