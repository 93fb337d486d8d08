import { describe, expect, test } from '@jest/globals';
import { failures } from '../../../miniprogram/login/failure';
import { fromGenauth } from '../../../scripts/prove/brands';
import { drive, launched } from '../driver';

const terms = { id: 'terms', title: '<a href="https://harbor.example/terms">Terms</a>' };

describe('when WeChat does not load what reads them', () => {
  test('nothing is agreed to, it is the matter of WeChat, and trying again asks again', () => {
    const phone = launched({}, fromGenauth);
    phone.loadsReader = false;
    phone.agreements([terms]);
    expect(phone.state).toMatchObject({ name: 'failed', failure: { code: 'wechat_failed' } });
    expect(failures.wechat_failed).toMatchObject({ fault: 'wechat', retry: 'now' });

    phone.loadsReader = true;
    phone.tap('retryTapped');
    expect(phone.asked('request')).toHaveLength(2);
    phone.agreements([terms]);
    expect(phone.screen).toMatchObject({ screen: 'login', consent: { agreed: false } });
  });

  test('who opened the program by hand sees no links', () => {
    const phone = drive(fromGenauth);
    phone.show({ scene: 1001, query: {}, caller: null });
    phone.loadsReader = false;
    phone.agreements([terms]);
    expect(phone.screen).toMatchObject({ screen: 'about', agreements: null });
  });

  test('an answer of an error keeps its own code', () => {
    const phone = drive(fromGenauth);
    phone.show();
    phone.loadsReader = false;
    phone.send({
      type: 'responded',
      attempt: phone.state.visit.attempt,
      purpose: 'agreements',
      response: { status: 200, body: { code: 404, message: 'no' } },
    });
    expect(phone.state).toMatchObject({ failure: { code: 'connection_missing' } });
  });
});
