/**
 * A picture of one colour (the text's), drawn by the style sheet: nothing is fetched. Says nothing
 * to a screen reader.
 */
Component({
  properties: {
    /** wechat, phone, check, connection, account, notice, forward */
    name: String,
  },
});
