/** Demo stories: what the invented community has been doing, told by the rooms themselves once their people exist. */
import type { Services } from './services.ts'

/** Adds the stories that are not told yet; without demo data does nothing. */
export async function tellStories(_services: Services): Promise<void> {}
