/**
 * What a reader may choose for the whole site: theme and the «версия для слабовидящих».
 * The choices travel in one short cookie and in one form; anything unknown in either is ignored.
 */
export const themes = ['auto', 'light', 'dark'] as const
export const sizes = [100, 150, 200] as const
export const contrasts = ['bw', 'wb', 'blue'] as const
export const spacings = ['normal', 'wide'] as const

export type Theme = (typeof themes)[number]
export type Sight = {
  on: boolean
  size: (typeof sizes)[number]
  contrast: (typeof contrasts)[number]
  spacing: (typeof spacings)[number]
  images: boolean
}
export type ReadingSettings = { theme: Theme; sight: Sight }

export const defaultSettings: ReadingSettings = {
  theme: 'auto',
  sight: { on: false, size: 150, contrast: 'bw', spacing: 'normal', images: true },
}

/** Settings with the changes of a form or a cookie value; fields that are absent or unknown stay as they were. */
export function changeSettings(
  settings: ReadingSettings,
  fields: { get(name: string): unknown },
): ReadingSettings {
  const { theme, sight } = settings
  return {
    theme: oneOf(themes, fields.get('theme')) ?? theme,
    sight: {
      on: flag(fields.get('sight')) ?? sight.on,
      size: oneOf(sizes, Number(fields.get('size'))) ?? sight.size,
      contrast: oneOf(contrasts, fields.get('contrast')) ?? sight.contrast,
      spacing: oneOf(spacings, fields.get('spacing')) ?? sight.spacing,
      images: flag(fields.get('images')) ?? sight.images,
    },
  }
}

/** The cookie value that `parseSettings` reads back; also a stable key for a page cache. */
export function printSettings({ theme, sight }: ReadingSettings): string {
  return new URLSearchParams({
    theme,
    sight: sight.on ? 'on' : 'off',
    size: String(sight.size),
    contrast: sight.contrast,
    spacing: sight.spacing,
    images: sight.images ? 'on' : 'off',
  }).toString()
}

/** Settings from a cookie value; a missing or broken one gives the defaults. */
export function parseSettings(value: string | null | undefined): ReadingSettings {
  return changeSettings(defaultSettings, new URLSearchParams(value ?? ''))
}

/** The attributes of `<html>` that switch the token sets in `app/ui/tokens.css`. */
export function settingsAttributes({ theme, sight }: ReadingSettings): Record<string, string> {
  const attributes: Record<string, string> = {}
  if (theme !== 'auto') attributes['data-theme'] = theme
  if (!sight.on) return attributes
  attributes['data-sight'] = 'on'
  attributes['data-size'] = String(sight.size)
  attributes['data-contrast'] = sight.contrast
  attributes['data-spacing'] = sight.spacing
  if (!sight.images) attributes['data-images'] = 'off'
  return attributes
}

/** A path of this site to return to, or `/`: never another host, and only what a header of HTTP may hold. */
export function returnPath(value: unknown): string {
  return typeof value === 'string' && /^\/(?![/\\])[!-[\]-~]*$/.test(value) ? value : '/'
}

function oneOf<T extends string | number>(known: readonly T[], value: unknown): T | undefined {
  return known.find((one) => one === value)
}

function flag(value: unknown): boolean | undefined {
  return value === 'on' ? true : value === 'off' ? false : undefined
}
