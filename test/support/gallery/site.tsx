import type { ReactNode } from 'react'
import { Site } from '#app/ui/shell/layout.tsx'
import type { ReadingSettings } from '#content/settings.ts'

const navigation = [
  { href: '/drafts', label: 'Обсуждения' },
  { href: '/experts', label: 'Реестр' },
  { href: '/directions', label: 'Направления' },
  { href: '/orders', label: 'Приказы' },
  { href: '/documents', label: 'Документы' },
  { href: '/glossary', label: 'Термины' },
]

const footer = {
  about: 'Региональное сетевое экспертное сообщество в сфере оценки качества образования',
  columns: [
    {
      title: 'О сообществе',
      links: [
        { href: '/about', label: 'Как мы работаем' },
        { href: '/about/rules', label: 'Правила обсуждения' },
      ],
    },
    {
      title: 'Помощь',
      links: [
        { href: '/help', label: 'Руководства' },
        { href: '/about/contacts', label: 'Контакты' },
      ],
    },
    {
      title: 'Документы',
      links: [
        { href: '/about/privacy', label: 'Политика обработки персональных данных' },
        { href: '/about/data', label: 'Открытые данные' },
      ],
    },
  ],
}

type GallerySiteProps = { children: ReactNode; settings: ReadingSettings; signedIn?: boolean; path?: string }

/** A page in the frame of the site, as a visitor gets it. */
export function GallerySite({ children, settings, signedIn, path = '/experts/1' }: GallerySiteProps) {
  return (
    <Site
      brand={{ name: 'Экспертное сообщество', mark: 'Э' }}
      navigation={navigation}
      visitor={signedIn ? { number: '7', name: 'Кира Ордынцева', unread: 3 } : null}
      path={path}
      settings={settings}
      footer={footer}
      demo
      toast={
        signedIn ? { id: '1', kind: 'success', text: 'Замечание отправлено. Ответ придёт в кабинет.' } : null
      }
    >
      {children}
    </Site>
  )
}
