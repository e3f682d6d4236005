import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import {
  changeSettings,
  contrasts,
  defaultSettings,
  parseSettings,
  printSettings,
  type ReadingSettings,
  returnPath,
  settingsAttributes,
  sizes,
  spacings,
  themes,
} from '#content/settings.ts'

const settings: fc.Arbitrary<ReadingSettings> = fc.record({
  theme: fc.constantFrom(...themes),
  sight: fc.record({
    on: fc.boolean(),
    size: fc.constantFrom(...sizes),
    contrast: fc.constantFrom(...contrasts),
    spacing: fc.constantFrom(...spacings),
    images: fc.boolean(),
  }),
})

describe('reading settings', () => {
  test('survive their cookie', () => {
    fc.assert(
      fc.property(settings, (chosen) => {
        expect(parseSettings(printSettings(chosen))).toEqual(chosen)
      }),
    )
  })

  test('any other cookie gives settings that we know', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'binary' }), (cookie) => {
        expect(themes).toContain(parseSettings(cookie).theme)
        expect(sizes).toContain(parseSettings(cookie).sight.size)
      }),
    )
    expect(parseSettings('theme=%22%3E%3Cscript&size=9999&contrast=red')).toEqual(defaultSettings)
    expect(parseSettings(null)).toEqual(defaultSettings)
  })

  test('a form changes only what it names', () => {
    const changed = changeSettings(defaultSettings, new URLSearchParams('sight=on&contrast=blue'))
    expect(changed).toEqual({
      theme: 'auto',
      sight: { ...defaultSettings.sight, on: true, contrast: 'blue' },
    })
  })

  test('the regular version puts nothing but the theme on the page', () => {
    expect(settingsAttributes(defaultSettings)).toEqual({})
    expect(settingsAttributes({ ...defaultSettings, theme: 'dark' })).toEqual({ 'data-theme': 'dark' })
  })

  test('the version for weak sight names each choice', () => {
    const sight = { on: true, size: 200, contrast: 'wb', spacing: 'wide', images: false } as const
    expect(settingsAttributes({ theme: 'auto', sight })).toEqual({
      'data-sight': 'on',
      'data-size': '200',
      'data-contrast': 'wb',
      'data-spacing': 'wide',
      'data-images': 'off',
    })
  })
})

describe('the way back after a form', () => {
  test.each(['/', '/drafts/concept?after=1#p2', '/experts?q=%D0%AD'])('%s is ours', (path) => {
    expect(returnPath(path)).toBe(path)
  })
  test.each([
    '//evil.example',
    '/\\evil.example',
    'https://evil.example',
    'javascript:alert(1)',
    '/a\\b',
    '/a\nSet-Cookie: x',
    '',
    null,
    7,
  ])('%j is not', (path) => {
    expect(returnPath(path)).toBe('/')
  })
})
