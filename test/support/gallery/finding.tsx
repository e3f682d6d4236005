import { Meter } from '#app/ui/bar.tsx'
import { BarChart } from '#app/ui/bar-chart.tsx'
import { Button, LinkButton } from '#app/ui/button.tsx'
import { Disclosure } from '#app/ui/disclosure.tsx'
import { EmptyState } from '#app/ui/empty-state.tsx'
import { Facet } from '#app/ui/facet.tsx'
import { Field } from '#app/ui/field.tsx'
import { Notice } from '#app/ui/notice.tsx'
import { Finding, Page, Sheet, Stack } from '#app/ui/page.tsx'
import { PageHead, SectionHead } from '#app/ui/page-head.tsx'
import { Pagination } from '#app/ui/pagination.tsx'
import { PersonName } from '#app/ui/person-name.tsx'
import { Progress, Skeleton } from '#app/ui/progress.tsx'
import { Prose } from '#app/ui/prose.tsx'
import { Table } from '#app/ui/table.tsx'
import { Tabs } from '#app/ui/tabs.tsx'
import { Tag } from '#app/ui/tag.tsx'
import { Time } from '#app/ui/time.tsx'

const people = [
  {
    id: 1,
    name: 'Ордынцева К. Л.',
    why: '14 экспертиз, в реестре с 2021 года',
    chance: '5,9 %',
    answer: 'согласие',
    tone: 'green',
  },
  {
    id: 2,
    name: 'Ордин Г. М.',
    why: 'закрывает направление «информационная безопасность»',
    chance: '7,4 %',
    answer: 'отказ',
    tone: 'red',
  },
  { id: 3, name: null, why: '', chance: '4,6 %', answer: 'ждём до 24 ноября', tone: 'amber' },
] as const

const places = [
  'Первый район',
  'Второй район',
  'Третий район',
  'Город у озера',
  'Город за рекой',
  'Посёлок',
  'Северный округ',
  'Южный округ',
]

/** Lists, tables, numbers, notices: what finding and working pages are made of. */
export function FindingPage() {
  return (
    <Page>
      <PageHead
        title="Реестр экспертов"
        lead="Статус каждого эксперта подтверждён приказом. Показаны открытые данные."
        actions={
          <>
            <LinkButton look="main" href="/check">
              Проверить отбор
            </LinkButton>
            <LinkButton href="/protocol">Протокол, PDF</LinkButton>
            <LinkButton look="quiet" href="/data">
              Данные, JSON
            </LinkButton>
          </>
        }
      />
      <Finding filters={<Filters />} chosen={1}>
        <Stack gap={4}>
          <Tabs
            tabs={[
              { href: '/experts/1', label: 'Состав', count: 7, current: true },
              { href: '/experts/2', label: 'Жребий' },
              { href: '/experts/3', label: 'Приказы', count: 12 },
            ]}
          />
          <Sheet>
            <People />
          </Sheet>
          <Pagination next="/experts?after=1" previous="/experts?before=1">
            Показаны 1–20 из 3 862
          </Pagination>
          <Notice title="Обсуждение идёт до 27 ноября">
            Замечание можно изменить, пока на него не ответили.
          </Notice>
          <Notice kind="warn">Срок ответа истекает завтра.</Notice>
          <Notice
            kind="error"
            action={
              <LinkButton href="/retry" small>
                Повторить
              </LinkButton>
            }
          >
            Файл не загрузился: он больше 20 МБ.
          </Notice>
          <Numbers />
          <EmptyState
            title="Никого не нашли"
            action={<LinkButton href="/experts">Сбросить отбор</LinkButton>}
          >
            Попробуйте убрать одно из условий или проверьте фамилию.
          </EmptyState>
        </Stack>
      </Finding>
    </Page>
  )
}

function People() {
  return (
    <Table
      caption="Состав"
      rows={people}
      rowKey={(row) => row.id}
      columns={[
        { label: '№', cell: (row) => row.id },
        {
          label: 'Эксперт',
          cell: (row) => <PersonName name={row.name} href={row.name ? '/experts/9' : undefined} />,
          head: true,
        },
        { label: 'Почему', cell: (row) => row.why },
        { label: 'Вероятность', cell: (row) => row.chance, number: true },
        { label: 'Ответ', cell: (row) => <Tag tone={row.tone}>{row.answer}</Tag> },
      ]}
    />
  )
}

function Filters() {
  return (
    <form>
      <Stack gap={3}>
        <Field name="q" type="search" label="Фамилия, имя или слово" defaultValue="Ордынцва Кира" />
        <div>
          <Facet
            name="direction"
            legend="Направление"
            options={[
              { value: 'a', label: 'Профессионально-общественная экспертиза', count: 412, checked: true },
              { value: 'b', label: 'ГИА', count: 1268 },
            ]}
          />
          <Facet
            name="place"
            legend="Муниципалитет"
            options={places.map((label, n) => ({ value: label, label, count: 903 - n * 40 }))}
          />
          <Button small>Показать</Button>
        </div>
      </Stack>
    </form>
  )
}

function Numbers() {
  return (
    <>
      <div>
        <SectionHead title="Охват">
          на <Time value="2026-11-21" />
        </SectionHead>
        <BarChart
          title="Эксперты по районам"
          unit="экспертов"
          items={places.map((label, n) => ({ label, value: 903 - n * 110 }))}
        />
      </div>
      <Meter label="Ответили" value={3} max={5} valueText="3 из 5" />
      <Progress label="Собираем сводку" value={40} />
      <Progress label="Ждём очереди" />
      <Skeleton />
      <div>
        <Disclosure summary="Почему этого эксперта нет в списке" open>
          Он работает в той же организации, что и автор проекта.
        </Disclosure>
        <Disclosure summary="Кто видит закрытые данные">Только оператор.</Disclosure>
      </div>
      <Prose>
        <h2>Правила обсуждения</h2>
        <p>Пишите по существу. Замечание относится к месту в тексте.</p>
        <ul>
          <li>Предложение содержит новую формулировку.</li>
          <li>На возражение отвечает разработчик.</li>
        </ul>
      </Prose>
    </>
  )
}
