(function () {
  "use strict";
  var sheet = document.getElementById("map-sheet");
  if (!sheet) { return; }
  var width = +sheet.dataset.width, height = +sheet.dataset.height;
  var view = { x: 0, y: 0, w: width, h: height };
  var startsDense = sheet.classList.contains("dense");
  var stopCount = sheet.querySelectorAll(".stops .mark circle").length;
  var scale = document.querySelector(".scale");
  var entries = document.querySelectorAll(".entry");
  var pinned = null;

  function draw() {
    view.w = Math.min(Math.max(view.w, width / 40), width);
    view.h = view.w * height / width;
    view.x = Math.min(Math.max(view.x, 0), width - view.w);
    view.y = Math.min(Math.max(view.y, 0), height - view.h);
    sheet.setAttribute("viewBox", view.x + " " + view.y + " " + view.w + " " + view.h);
    var pixels = sheet.clientWidth || width;
    var k = view.w / pixels;
    sheet.style.setProperty("--k", k);
    sheet.classList.toggle("zoomed", view.w < width);
    // Numbers are shown when the marks, 18 pixels across, would cover less than a tenth of the whole map at this scale.
    var covered = stopCount * 18 * 18 * k * k / (width * height);
    sheet.classList.toggle("dense", covered > 0.1 && (startsDense || pixels < 700));
    if (scale) {
      var metres = +scale.dataset.metres * view.w / 4;
      var power = Math.pow(10, Math.floor(Math.log10(metres)));
      var length = metres >= 5 * power ? 5 * power : metres >= 2 * power ? 2 * power : power;
      scale.style.width = length / +scale.dataset.metres / view.w * 100 + "%";
      scale.textContent = length < 1000 ? length + " m" : length / 1000 + " km";
    }
  }
  function zoom(factor, x, y) {
    var w = Math.min(Math.max(view.w * factor, width / 40), width);
    view.x = x - (x - view.x) * w / view.w;
    view.y = y - (y - view.y) * w / view.w;
    view.w = w;
    draw();
  }
  function show(route) {
    document.querySelectorAll("[data-route]").forEach(function (element) {
      element.classList.toggle("on", element.dataset.route === route);
    });
    sheet.classList.toggle("chosen", route !== null);
  }
  function pin(route) {
    pinned = pinned === route ? null : route;
    entries.forEach(function (entry) {
      entry.setAttribute("aria-pressed", String(entry.dataset.route === pinned));
    });
    show(pinned);
  }

  document.querySelectorAll(".map .route, .entry").forEach(function (element) {
    element.addEventListener("mouseenter", function () { if (pinned === null) { show(element.dataset.route); } });
    element.addEventListener("mouseleave", function () { if (pinned === null) { show(null); } });
    element.addEventListener("click", function (event) { event.stopPropagation(); pin(element.dataset.route); });
  });
  sheet.addEventListener("click", function () { if (pinned !== null && !moved) { pin(pinned); } });

  document.querySelector(".zoom").hidden = false;
  document.querySelectorAll(".zoom button").forEach(function (button) {
    button.addEventListener("click", function () {
      if (button.dataset.zoom === "all") { view = { x: 0, y: 0, w: width, h: height }; draw(); return; }
      zoom(button.dataset.zoom === "in" ? 0.6 : 1 / 0.6, view.x + view.w / 2, view.y + view.h / 2);
    });
  });
  sheet.addEventListener("dblclick", function (event) {
    var box = sheet.getBoundingClientRect();
    zoom(0.5, view.x + (event.clientX - box.left) / box.width * view.w, view.y + (event.clientY - box.top) / box.height * view.h);
  });
  var grip = null, moved = false;
  sheet.addEventListener("pointerdown", function (event) {
    moved = false;
    if (view.w < width) { grip = { x: event.clientX, y: event.clientY }; }
  });
  window.addEventListener("pointermove", function (event) {
    if (!grip) { return; }
    var k = view.w / sheet.clientWidth;
    view.x -= (event.clientX - grip.x) * k;
    view.y -= (event.clientY - grip.y) * k;
    moved = moved || Math.abs(event.clientX - grip.x) + Math.abs(event.clientY - grip.y) > 3;
    grip = { x: event.clientX, y: event.clientY };
    draw();
  });
  window.addEventListener("pointerup", function () { grip = null; });
  window.addEventListener("resize", draw);
  draw();
})();
