/**
 * Words of the start: progress lines, and one clear line for each thing that can be wrong.
 *
 * They go to the operator's terminal, before any visitor and any choice of language, and are therefore Russian only.
 */
export const start = {
  step: {
    database: 'Запускаю встроенную базу данных',
    initialise: 'Создаю базу данных (первый запуск)',
    leftover: 'Останавливаю сервер базы, оставшийся от прошлого запуска',
    foreign: 'Подключаюсь к базе данных из DATABASE_URL',
    migrate: 'Обновляю структуру базы данных',
    content: 'Проверяю и загружаю content/',
    reference: 'Загружаю справочники',
    demo: 'Загружаю демонстрационное сообщество (до минуты)',
    reseal: 'Запускаю фоновые работы',
    stopping: 'Останавливаюсь…',
    stopped: 'Остановлено',
    firstAdmin: (address: string) => `Администратора ещё нет. Одноразовая ссылка, чтобы им стать: ${address}`,
    ready: (address: string) => `Готово: ${address}`,
    readyWorker: 'Готово: фоновые работы выполняются',
    differences: (count: number) => `Отличий файлов content/ от базы: ${count} (база главная)`,
  },
  setting: (name: string, expected: string) => `Настройка ${name}: ${expected}`,
  expected: {
    port: 'нужен номер порта от 0 до 65535',
    url: 'нужен адрес вида https://сайт.рф',
    smtp: 'нужен адрес вида smtp://пользователь:пароль@сервер:порт',
    days: 'нужно целое число дней от 1 до 365',
    flag: 'нужно 0 или 1',
    key: 'нужна случайная строка не короче 32 знаков',
    oidc: 'вместе нужны OIDC_ISSUER, OIDC_CLIENT_ID и OIDC_CLIENT_SECRET',
    https: 'нужен адрес, который начинается с https://',
    title: 'нужно не больше 60 знаков',
    day: 'нужна дата вида 2026-03-01',
    role: 'нужно all, web или worker',
    level: 'нужно fatal, error, warn, info, debug, trace или silent',
    meilisearch: 'поиска через Meilisearch в этой версии ещё нет, уберите настройку',
    s3: 'хранилища S3 в этой версии ещё нет, уберите настройку',
    demoDay: 'действует только вместе с DEMO=1',
    embeddedRole: 'отдельные процессы web и worker работают только с DATABASE_URL',
  },
  port: (port: number) => `Порт ${port} занят: освободите его или укажите другой в PORT`,
  portRight: (port: number) => `Нет права открыть порт ${port}: укажите в PORT номер больше 1023`,
  host: (host: string) => `Адреса ${host} нет на этой машине: исправьте HOST`,
  platform: (name: string) =>
    `Встроенной базы данных нет для ${name}: укажите PostgreSQL 15 или новее в DATABASE_URL`,
  binaries: (reason: string) => `Встроенная база данных не запускается (${reason}): повторите npm ci`,
  folder: (folder: string, reason: string) =>
    `Нет права записи в ${folder} (${reason}): дайте права на каталог или укажите другой в DATA_DIR`,
  closedFolder: (folder: string) =>
    `Каталог ${folder} закрыт для пользователя nobody, а PostgreSQL не работает от root: установите setpriv (util-linux), запустите не от root или укажите другой DATA_DIR`,
  foreignOwner: (folder: string, uid: number) =>
    `Каталог ${folder} принадлежит пользователю ${uid}: запустите от него или укажите другой DATA_DIR`,
  busyFolder: (folder: string, pid: number) =>
    `С каталогом ${folder} уже работает РСЭС (процесс ${pid}): остановите её или укажите другой DATA_DIR`,
  major: (folder: string, found: string, ours: string) =>
    `Данные в ${folder} созданы PostgreSQL ${found}, а в комплекте ${ours}: снимите копию прежней версией (npm run backup) и восстановите её в пустой DATA_DIR (npm run restore)`,
  lostSecret: (file: string) =>
    `Нет файла ${file} с паролем базы данных, а база уже создана: верните файл или укажите другой DATA_DIR`,
  lostKey: (count: number, file: string) =>
    `Секреты второго шага (${count}) зашифрованы другим ключом: верните прежний SECRET_KEY или файл ${file}. Если ключ утрачен, удалите их запросом «delete from second_factors»: люди подключат второй шаг заново`,
  refused: (log: string) => `База данных не запустилась. Последние строки журнала:\n${log}`,
  slow: (seconds: number) => `База данных не ответила за ${seconds} с`,
  leftoverStays: (pid: number) =>
    `Не удалось остановить прежний сервер базы (процесс ${pid}): остановите его`,
  connect: (where: string, reason: string) => `Не удалось подключиться к DATABASE_URL (${where}): ${reason}`,
  reason: {
    refused: 'сервер не отвечает, проверьте адрес и порт',
    host: 'адрес не найден',
    timeout: 'сервер не ответил вовремя',
    password: 'неверное имя пользователя или пароль',
    database: 'такой базы данных нет',
    address: 'это не адрес вида postgres://пользователь:пароль@сервер:порт/база',
  },
  oldServer: (version: string) => `Нужен PostgreSQL 15 или новее, а в DATABASE_URL ${version}`,
  collation: 'В базе DATABASE_URL нет правила сортировки "ru-x-icu": нужен PostgreSQL, собранный с ICU',
  trigrams: (locale: string) =>
    `База данных не различает кириллицу (LC_CTYPE ${locale}): создайте её с --locale=C.UTF-8 --encoding=UTF8`,
  encoding: (encoding: string) => `Кодировка базы DATABASE_URL ${encoding}, нужна UTF8`,
  extension: (name: string) =>
    `В базе DATABASE_URL нельзя создать расширение ${name}: попросите администратора сервера выполнить CREATE EXTENSION ${name}`,
  roleSql: (sql: string) =>
    `У пользователя DATABASE_URL нет права CREATEROLE. Попросите администратора сервера выполнить:\n${sql}`,
  webLogin: (reason: string) =>
    `Пользователь rses_web не может войти в базу данных (${reason}): проверьте pg_hba.conf и пароль в DATABASE_URL`,
  migration: (reason: string) => `Структура базы данных не обновилась: ${reason}`,
  newerDatabase: 'Базу данных обновила более новая версия РСЭС: запустите её или восстановите копию',
  backup: {
    usage: (command: string) => `Укажите файл: npm run ${command} -- ФАЙЛ`,
    made: (file: string, rows: number, files: number) => `Копия в ${file}: строк ${rows}, файлов ${files}`,
    restored: (rows: number, files: number) => `Восстановлено: строк ${rows}, файлов ${files}`,
    newer: 'Копию сделала более новая версия РСЭС: обновите программу',
    damaged: (file: string, part: string) => `Копия ${file} повреждена или это не копия РСЭС (${part})`,
    notEmpty: (what: string) =>
      `Восстановить можно только в пустой экземпляр, а здесь уже есть данные (${what}): укажите новый DATA_DIR или пустую базу`,
  },
}

/** Words of `npm run audit:verify`. */
export const audit = {
  whole: (sealed: number, pending: number, head: string) =>
    `Журнал цел: запечатано записей ${sealed}, ждут печати ${pending}, последняя печать ${head || '–'}`,
  broken: (seq: number) => `Журнал нарушен: запись ${seq} не продолжает предыдущие`,
  erased: (asked: number, logged: number) =>
    asked === logged
      ? `Удалено по закону: людей ${logged}`
      : `Удаления не сходятся: по журналу ${logged}, по требованиям ${asked}`,
  follows: 'Редакции, замечания, решения и сводки совпадают с журналом',
  differs: {
    version: (id: string) => `Редакция ${id} не та, что в журнале`,
    remark: (id: string) => `Замечание ${id} не то, что в журнале`,
    decision: (id: string) => `Решение по замечанию ${id} не то, что в журнале`,
    summary: (id: string) => `Сводка ${id} не та, что в журнале`,
    row: (id: string) => `Строка сводки о замечании ${id} не следует из журнала`,
  },
}
