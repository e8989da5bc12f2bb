<?php

$lang['button'] = 'Vote de Parvis';
$lang['vote'] = 'Voter';
