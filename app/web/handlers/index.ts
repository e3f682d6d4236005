/** Plain handlers, room by room: downloads, feeds and suggestions, answered before Remix. */
import type { Express } from 'express'
import type { Services } from '#app/web/services.ts'

export function registerHandlers(_app: Express, _services: Services): void {}
