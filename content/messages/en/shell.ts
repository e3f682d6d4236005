import { countedEn } from '#content/messages/plural.ts'
import type { shell as source } from '#content/messages/ru/shell.ts'
import type { Widen } from '#content/messages/widen.ts'

export const shell: Widen<typeof source> = {
  skip: 'Skip to the content',
  home: 'To the home page',
  navigation: 'Sections of the site',
  menu: 'Menu',
  search: 'Search',
  searchLabel: 'Search the site',
  signIn: 'Sign in',
  signUp: 'Sign up',
  signOut: 'Sign out',
  cabinet: 'My account',
  notifications: (n) =>
    n === 0 ? 'Notifications' : countedEn(n, 'unread notification', 'unread notifications'),
  demo: 'Demonstration data: people and organisations are invented',
  theme: {
    label: 'Theme',
    auto: 'As in the system',
    light: 'Light',
    dark: 'Dark',
    toDark: 'Dark theme',
    toLight: 'Light theme',
  },
  language: { label: 'Language', ru: 'Русский', en: 'English' },
  sight: {
    link: 'Easy-to-see version',
    title: 'Easy-to-see version',
    lead: 'These settings are kept in this browser and apply to every page.',
    size: 'Letter size',
    sizes: { 100: 'Normal', 150: 'Large', 200: 'Very large' },
    contrast: 'Colours',
    contrasts: { bw: 'Black on white', wb: 'White on black', blue: 'Blue on light blue' },
    spacing: 'Space between letters and lines',
    spacings: { normal: 'Normal', wide: 'Wide' },
    images: 'Images',
    imagesChoices: { on: 'Show', off: 'Replace by description' },
    apply: 'Apply',
    off: 'Regular version',
    settings: 'Reading settings',
  },
  errors: {
    code: (status) => `Error ${status}`,
    notFound: {
      title: 'Page not found',
      text: 'The address may be mistyped, the record may not be published yet, or only its participants may see it.',
    },
    gone: {
      title: 'This record was withdrawn',
      text: 'There used to be a page here. It is hidden now; the address stays so that links do not lead nowhere.',
    },
    forbidden: {
      title: 'No access',
      text: 'This page or action is not open to everyone. If you are signed in with another account, sign in again; if you need access for your work, write to the operator of the community.',
    },
    signedOut: {
      title: 'Sign in first',
      text: 'This page opens after signing in. We will bring you back here.',
    },
    tooMany: {
      title: 'Too many requests',
      text: 'Wait a minute and reload the page. What you entered has not been changed.',
    },
    failed: {
      title: 'The page could not be opened',
      text: 'The error is on our side and has been recorded. Try to reload the page in a minute.',
      id: 'Error number to quote:',
    },
    refused: { title: 'It did not work', text: 'The server did not accept the request.' },
    search: 'Search the site',
  },
}
