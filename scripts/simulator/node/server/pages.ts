/** The phone's screen fills the page, whatever embeds it. */
export const phonePage = `<!doctype html>
<html>
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width, initial-scale=1, viewport-fit=cover">
<title>Phone</title>
<link rel="icon" href="data:,">
<link rel="stylesheet" href="/simulator/phone.css">
</head>
<body>
<div id="phone"></div>
<script src="/simulator/phone.js"></script>
</body>
</html>
`;

/**
 * One process of the program: empty until the phone has replaced its clock and loads the runtime.
 */
export const framePage = `<!doctype html>
<html>
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width, initial-scale=1">
<title>Mini program</title>
<link rel="icon" href="data:,">
</head>
<body></body>
</html>
`;
