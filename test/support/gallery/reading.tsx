import { Button, LinkButton } from '#app/ui/button.tsx'
import { CopyLink } from '#app/ui/copy-link.tsx'
import { Clause, DocumentText, Highlight } from '#app/ui/document-text.tsx'
import { FileLink } from '#app/ui/file-link.tsx'
import { Icon } from '#app/ui/icon.tsx'
import { NoteCard } from '#app/ui/note-card.tsx'
import { Page, Reading, Stack } from '#app/ui/page.tsx'
import { PageHead } from '#app/ui/page-head.tsx'
import { Stages } from '#app/ui/stages.tsx'
import { Tag } from '#app/ui/tag.tsx'

const comment = (
  <Button type="button" small aria-label="Оставить замечание или предложение">
    <Icon name="plus" />
  </Button>
)

/** A document under discussion, as in the sketch. */
export function ReadingPage() {
  return (
    <Page>
      <PageHead
        eyebrow="Обсуждение № 17 · Институт развития образования"
        title="Концепция регионального сетевого экспертного сообщества"
        meta={
          <>
            <Tag>Редакция 2</Tag>
            <CopyLink href="/drafts/concept" />
            <FileLink href="/drafts/concept.docx" kind="DOCX" bytes={128_430}>
              Скачать текст
            </FileLink>
          </>
        }
      />
      <Stack gap={4}>
        <Stages
          label="Этапы обсуждения"
          stages={[
            { name: 'Уведомление', note: '1–14 октября', state: 'done' },
            { name: 'Обсуждение редакции 1', note: '15 октября – 6 ноября', state: 'done' },
            { name: 'Обсуждение редакции 2', note: 'осталось 6 дней, до 27 ноября', state: 'current' },
            { name: 'Экспертиза', note: '30 ноября – 11 декабря', state: 'ahead' },
            { name: 'Сводка и приказ', note: 'до 25 декабря', state: 'ahead' },
          ]}
        />
        <Reading
          contents={
            <nav aria-label="Содержание">
              <a href="#p1">III. Субъекты</a>
            </nav>
          }
          side={<Notes />}
        >
          <DocumentText lang="ru">
            <Clause as="h2" id="h3" number="III">
              Субъекты сообщества, их функции и взаимодействие
            </Clause>
            <Clause number="абз. 1" id="p1" action={comment}>
              Субъектами регионального сетевого экспертного сообщества на институциональном уровне выступают
              образовательные организации, <Highlight tone="blue">претендующие на статус эксперта</Highlight>{' '}
              и получившие этот статус.
            </Clause>
            <Clause number="абз. 2" id="p2" action={comment}>
              Институт <Highlight>обеспечивает добровольное участие</Highlight> экспертов в профессиональных
              сообществах; <Highlight tone="red">обращения к закрытым данным</Highlight> учитываются.
            </Clause>
          </DocumentText>
        </Reading>
      </Stack>
    </Page>
  )
}

function Notes() {
  return (
    <aside aria-label="Замечания и предложения">
      <NoteCard
        tone="green"
        kind="предложение"
        who="М. Озеркова"
        capacity="эксперт"
        quote={
          <>
            обеспечивает <del>участие</del> <ins>добровольное участие</ins> экспертов
          </>
        }
        answer={
          <>
            <Tag tone="green">учтено</Tag> Внесено в редакцию 2.
          </>
        }
        footer={
          <>
            <span>поддержали 37</span>
            <span>5 ответов</span>
            <span>III, абз. 2</span>
          </>
        }
      >
        Участие эксперта возможно только по его согласию.
      </NoteCard>
      <NoteCard tone="red" kind="возражение" who="Позиция организации" footer="ждёт решения">
        Кто видит журнал обращений?
      </NoteCard>
      <NoteCard tone="amber" kind="замечание" who="Участник № 58">
        Пункт повторяет абзац 1.
      </NoteCard>
      <p style={{ marginTop: '1rem' }}>
        <LinkButton look="main" wide href="/drafts/concept/remark">
          Написать замечание или предложение
        </LinkButton>
      </p>
    </aside>
  )
}
