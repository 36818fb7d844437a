(function () {
  'use strict';
  var near = document.getElementById('near');
  if (!near) { return; }
  var rows = Array.prototype.slice.call(near.querySelectorAll('tr[data-at]'));
  var status = document.getElementById('filtered');
  var all = document.getElementById('all');
  function show(at, number) {
    var shown = 0;
    rows.forEach(function (row) {
      var out = at !== null && Math.abs(parseFloat(row.getAttribute('data-at')) - at) > 2;
      row.hidden = out;
      if (!out) { shown += 1; }
    });
    all.hidden = at === null;
    status.textContent = at === null ? '' : shown + ' requests and log lines within 2 s around moment ' + number;
    if (at !== null) {
      document.getElementById('requests').open = true;
      document.getElementById('lines').open = true;
    }
  }
  document.addEventListener('click', function (event) {
    var link = event.target.closest ? event.target.closest('a[data-at]') : null;
    if (!link) { return; }
    event.preventDefault();
    show(parseFloat(link.getAttribute('data-at')), link.getAttribute('data-number'));
    near.scrollIntoView();
    near.focus({ preventScroll: true });
  });
  all.addEventListener('click', function () {
    show(null, '');
    near.focus();
  });
}());
