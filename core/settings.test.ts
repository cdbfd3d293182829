import { describe, expect, it } from 'vitest';
import { describeSettings, readSettings, SettingsError, settingRows } from './settings.ts';

describe('readSettings', () => {
  it('takes the defaults where nothing is given, or given empty', () => {
    expect(readSettings({ PORT: '' })).toEqual({
      home: './var',
      host: '127.0.0.1',
      port: 3000,
      samples: 'on',
      sources: 'data/sources',
      schedule: '0 2 * * *',
      allowHosts: '',
      contact: '',
      meiliHost: null,
      meiliKey: null,
      rateLimit: 600,
    });
  });

  it.each([
    [{ PORT: '0' }, { port: 0 }],
    [{ PORT: '65535' }, { port: 65_535 }],
    [{ SOHIEU_RATE_LIMIT: 'off' }, { rateLimit: null }],
    [{ SOHIEU_RATE_LIMIT: '1' }, { rateLimit: 1 }],
    [{ SOHIEU_SCHEDULE: 'off' }, { schedule: null }],
    [{ SOHIEU_SCHEDULE: '*/5 1-4 * * 1,3' }, { schedule: '*/5 1-4 * * 1,3' }],
    [{ SOHIEU_SCHEDULE: '30 59 23 31 12 7' }, { schedule: '30 59 23 31 12 7' }],
    [{ SOHIEU_SCHEDULE: '0 2 * JAN-MAR MON#2' }, { schedule: '0 2 * JAN-MAR MON#2' }],
    [{ SOHIEU_CONTACT: 'https://kho.example.vn/lien-he' }, { contact: 'https://kho.example.vn/lien-he' }],
    [{ MEILI_HOST: 'http://127.0.0.1:7700' }, { meiliHost: 'http://127.0.0.1:7700' }],
    [{ MEILI_API_KEY: 'k3y-_' }, { meiliKey: 'k3y-_' }],
    [{ SOHIEU_SAMPLES: 'keep' }, { samples: 'keep' }],
    [{ SOHIEU_HOME: ' /tmp/kho ' }, { home: '/tmp/kho' }],
  ])('%j gives %j', (given, expected) => {
    expect(readSettings(given)).toMatchObject(expected);
  });

  it.each([
    [{ PORT: 'abc' }, 'PORT is "abc"'],
    [{ PORT: '65536' }, 'PORT is "65536"'],
    [{ PORT: '-1' }, 'PORT is "-1"'],
    [{ PORT: '80.5' }, 'PORT is "80.5"'],
    [{ SOHIEU_SAMPLES: 'yes' }, 'allowed is on, keep or off'],
    [{ SOHIEU_SCHEDULE: 'nightly' }, 'SOHIEU_SCHEDULE is "nightly"'],
    [{ SOHIEU_SCHEDULE: '99 99 * * *' }, 'SOHIEU_SCHEDULE is "99 99 * * *"'],
    [{ SOHIEU_SCHEDULE: '0 24 * * *' }, 'SOHIEU_SCHEDULE'],
    [{ SOHIEU_SCHEDULE: '0 2 0 * *' }, 'SOHIEU_SCHEDULE'],
    [{ SOHIEU_SCHEDULE: '0 2 * 13 *' }, 'SOHIEU_SCHEDULE'],
    [{ SOHIEU_SCHEDULE: '0 2 * * 1-8' }, 'SOHIEU_SCHEDULE'],
    [{ SOHIEU_SCHEDULE: '*/0 2 * * *' }, 'SOHIEU_SCHEDULE'],
    [{ SOHIEU_CONTACT: 'a) Mozilla/5.0 (b' }, 'SOHIEU_CONTACT'],
    [{ MEILI_HOST: 'localhost:7700' }, 'MEILI_HOST is "localhost:7700"'],
    [{ MEILI_HOST: 'file:///etc' }, 'such as http://127.0.0.1:7700'],
    [{ MEILI_API_KEY: 'a b' }, 'MEILI_API_KEY is not shown here'],
    [{ SOHIEU_RATE_LIMIT: '0' }, 'SOHIEU_RATE_LIMIT is "0"'],
  ])('%j is refused, with the variable, the value and what is allowed', (given, words) => {
    expect(() => readSettings(given)).toThrow(SettingsError);
    expect(() => readSettings(given)).toThrow(words);
  });

  it('tells every fault at once', () => {
    expect(() => readSettings({ PORT: 'x', SOHIEU_SAMPLES: 'y' })).toThrow(/PORT is "x".*SOHIEU_SAMPLES is "y"/);
  });
});

describe('describeSettings', () => {
  it('says of each setting what is in force and where it comes from', () => {
    const rows = describeSettings({ PORT: '8080' });
    expect(rows.map(({ name }) => name)).toEqual(settingRows.map(({ name }) => name));
    expect(rows.find(({ name }) => name === 'PORT')).toMatchObject({ value: '8080', origin: 'given' });
    const hidden = describeSettings({ MEILI_API_KEY: 'a-master-key' });
    expect(hidden.find(({ name }) => name === 'MEILI_API_KEY')).toMatchObject({
      value: '(not shown)',
      origin: 'given',
    });
    expect(JSON.stringify(hidden)).not.toContain('a-master-key');
    expect(rows.find(({ name }) => name === 'HOST')).toMatchObject({ value: '127.0.0.1', origin: 'default' });
  });
});
